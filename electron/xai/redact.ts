import { createKeyTraces, type Trace } from './key-traces.ts'

/** Takes everything that is, or looks like, a secret out of a text that came from outside. */
export type Redact = (text: string) => string

/** Stands where a secret stood. */
export const REMOVED = '[removed]'

/**
 * Removes the key in use, also in pieces and in other spellings (see `createKeyTraces`), and anything shaped like a key
 * or a bearer token: servers have echoed keys in errors (security A5). The `sk***gA` and `xai-...KwZn` of 2025 stay:
 * they give nothing away and help a person to see which key is meant (reference 7). `tracesIn` finds the key.
 */
export function createRedactor(key: string, tracesIn = createKeyTraces(key)): Redact {
  return (text) =>
    withoutTraces(text, tracesIn(text))
      .replace(/\bBearer\s+(?!\[removed\])[\w.~+/=-]+/gi, `Bearer ${REMOVED}`)
      .replace(/\b(?:xai|sk)-[\w-]{8,}/gi, REMOVED)
}

/** The text with a mark in place of each trace; traces in order, as `createKeyTraces` gives them. */
export function withoutTraces(text: string, traces: readonly Trace[]): string {
  let clean = ''
  let done = 0
  for (const { start, end } of traces) {
    clean += text.slice(done, start) + REMOVED
    done = end
  }
  return clean + text.slice(done)
}
