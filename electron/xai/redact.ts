import { createKeyTraces } from './key-traces.ts'

/** Takes everything that is, or looks like, a secret out of a text that came from outside. */
export type Redact = (text: string) => string

const REMOVED = '[removed]'

/**
 * Removes the key in use, also in pieces and in other spellings (see `createKeyTraces`), and anything shaped like a key
 * or a bearer token: servers have echoed keys in errors (security A5). The `sk***gA` and `xai-...KwZn` of 2025 stay:
 * they give nothing away and help a person to see which key is meant (reference 7).
 */
export function createRedactor(key: string): Redact {
  const tracesIn = createKeyTraces(key)
  return (text) => {
    let clean = ''
    let done = 0
    for (const { start, end } of tracesIn(text)) {
      clean += text.slice(done, start) + REMOVED
      done = end
    }
    return (clean + text.slice(done))
      .replace(/\bBearer\s+(?!\[removed\])[\w.~+/=-]+/gi, `Bearer ${REMOVED}`)
      .replace(/\b(?:xai|sk)-[\w-]{8,}/gi, REMOVED)
  }
}
