/** What a JSON text says; `undefined`, which JSON cannot say, for a text that is none and for no text. Never throws. */
export function jsonOf(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
