import { readUrl } from '../services/read-url.ts'

/** An address that may be offered to the system browser. `host` is what the confirmation shows. */
export type ExternalLink = { href: string; host: string }

/**
 * Only absolute `https:` addresses without user name, at most 2,048 characters, are links; everything else (30 schemes
 * are tried in the tests, among them file, smb, javascript and ms-msdt) is `null`. The host is shown in its ASCII
 * form, so a look-alike letter is seen as `xn--…`.
 */
export function externalLink(address: string): ExternalLink | null {
  // Exactly "https://" and no backslash: the URL parser takes "https:\\host" and reads "x\@y" otherwise than people do.
  const wellFormed = /^https:\/\/[^/\\][^\\]*$/i.test(address) && !hasControlCharacter(address)
  if (!wellFormed || address.length > 2048) return null
  const url = readUrl(address)
  if (url === null) return null
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.hostname === '')
    return null
  return { href: url.href, host: url.host }
}

function hasControlCharacter(text: string): boolean {
  for (const character of text) if (character.charCodeAt(0) <= 0x20 || character === '\u007f') return true
  return false
}
