/** Words one after the other, parted as the locale parts them: `a, b, c`, or `a、b、c` in Chinese. */
export function listText(words: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' }).format(words)
}
