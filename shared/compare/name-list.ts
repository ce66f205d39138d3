/** Names in one text of an address, as in `models=grok-3,grok-3-mini`. */
const SEPARATOR = ','

/** The names in their order, each once; `readNames` gives them back whatever characters they have. */
export function writeNames(names: readonly string[]): string {
  return [...new Set(names)].map(escaped).join(SEPARATOR)
}

/** The names of such a text, each once, at most `limit`. Never throws; empty names are left out. */
export function readNames(text: string | null, limit: number): string[] {
  const names = (text ?? '').split(SEPARATOR).map((name) => unescaped(name).trim())
  return [...new Set(names)].filter((name) => name !== '').slice(0, limit)
}

function escaped(name: string): string {
  return name.replaceAll('%', '%25').replaceAll(SEPARATOR, '%2C')
}

function unescaped(name: string): string {
  return name.replaceAll(/%2c/gi, SEPARATOR).replaceAll('%25', '%')
}
