/** Takes everything that is, or looks like, a secret out of a text that came from outside. */
export type Redact = (text: string) => string

const REMOVED = '[removed]'

/**
 * Removes the key in use as it is, URL-encoded, base64 (all three alignments) and hex, and anything shaped like a key or
 * a bearer token: servers have echoed keys in errors (security A5). The `sk***gA` and `xai-...KwZn` of 2025 stay: they
 * give nothing away and help a person to see which key is meant (reference 7).
 */
export function createRedactor(key: string): Redact {
  const forms = formsOf(key)
  return (text) => {
    let clean = text
    for (const form of forms) clean = clean.replaceAll(form, REMOVED)
    return clean
      .replace(/\bBearer\s+(?!\[removed\])[\w.~+/=-]+/gi, `Bearer ${REMOVED}`)
      .replace(/\b(?:xai|sk)-[\w-]{8,}/gi, REMOVED)
  }
}

function formsOf(key: string): string[] {
  // A few characters would match everywhere and turn the server's words into noise; no real key is that short.
  if (key.length < 6) return []
  const bytes = Buffer.from(key, 'utf8')
  const hex = bytes.toString('hex')
  const base64 = [0, 1, 2].flatMap((shift) => base64Within(bytes, shift))
  const forms = [key, encodeURIComponent(key), ...base64, hex, hex.toUpperCase()]
  return [...new Set(forms)].sort((a, b) => b.length - a.length)
}

/** How the key reads in base64 after `shift` other bytes: only characters that depend on nothing but the key. */
function base64Within(bytes: Buffer, shift: number): string[] {
  const shifted = Buffer.concat([Buffer.alloc(shift), bytes])
  const first = Math.ceil((shift * 8) / 6)
  const last = Math.floor((shifted.length * 8) / 6)
  const standard = shifted.toString('base64').slice(first, last)
  return [standard, standard.replaceAll('+', '-').replaceAll('/', '_')]
}
