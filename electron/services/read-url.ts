/** The address as the URL parser reads it, or `null`. (`URL.canParse` and `URL.parse` are newer than Node 18.15.) */
export function readUrl(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}
