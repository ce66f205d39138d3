/** One line of plain text: no character of it means anything in Markdown or HTML. */
export function escapedLine(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_{}[\]<>()#+\-.!|~&$:@]/g, '\\$&')
}

/** A code block whose fence is longer than any in the text. */
export function fenced(text: string, language: string): string {
  const longest = [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 2)
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text}\n${fence}`
}

/** `text` as a quotation of Markdown, line by line. */
export function quoted(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}

/** Nothing that could end the angle brackets around it, and nothing that hides what it is. */
const LINKABLE = /^https:\/\/[^\s<>\\\p{Cc}\p{Cf}]+$/u

/** The addresses an answer rests on, as one block of Markdown; none when there are none. What is no link stays text. */
export function sourceList(urls: readonly string[]): string[] {
  if (urls.length === 0) return []
  const lines = urls.map((url, at) => `${at + 1}. ${LINKABLE.test(url) ? `<${url}>` : escapedLine(url)}`)
  return [`**Sources**\n\n${lines.join('\n')}`]
}
