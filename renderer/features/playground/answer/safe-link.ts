/** A link that may be offered to a person: always `https:`, with the host that will be opened, as text. */
export type SafeLink = { url: string; host: string }

const LONGEST_LINK = 2048
/** White space, control and invisible or direction-changing characters: none belongs in a link we would show. */
const DECEPTIVE = /[\s\\\p{Cc}\p{Cf}]/u

/**
 * What a model wrote as a link target, or `null` when it must not become a link: other schemes, user names in front of
 * the host, back slashes and hidden characters (security A1 #15). The main process judges again before it opens it.
 */
export function safeLink(written: string): SafeLink | null {
  if (written.length > LONGEST_LINK || DECEPTIVE.test(written)) return null
  if (!/^https:\/\/[^/]/i.test(written)) return null
  const url = readUrl(written)
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null
  return { url: url.href, host: url.host }
}

/** `URL.canParse` and `URL.parse` are newer than Chrome 114. */
function readUrl(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}
