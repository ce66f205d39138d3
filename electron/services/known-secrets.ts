import { createRedactor, type Redact } from '../xai/redact.ts'
import type { Vault } from './ports.ts'

export type KnownSecrets = {
  /** From now on every trace of it is taken out, in all the spellings of `createKeyTraces`. */
  learn(secret: string): void
  /** Also takes out what only looks like a key: one that nobody told us of, or that was mistyped. */
  redact: Redact
  /** Whether a text still holds something secret, read forwards or backwards. */
  holds(text: string): boolean
}

const REMOVED = '[removed]'
/** More keys than anybody has; beyond it the oldest is forgotten, and its shape alone still gives it away. */
const MOST = 60

/** How keys look that nobody told us of: Segmind's, basic authorization, and xAI's in base64 and in hex. */
const SHAPES: readonly RegExp[] = [
  /\bSG_[\w-]{8,}/gi,
  /\bBasic\s+(?!\[removed\])[\w+/=-]{8,}/gi,
  /(?:eGFpL|hhaS|4YWkt)[\w+/=-]{8,}/g,
  /7861692d[0-9a-f]{8,}/gi,
  /\b((?:proxy-)?authorization|x-api-key|api[_-]?key|cookie|set-cookie)(["']?\s*[:=]\s*["']?)(?!\[removed\]|Bearer)[^\s"',;]{4,}/gi,
]

/** What is secret in this process, for whoever writes texts that leave it: a log, a report. */
export function createKnownSecrets(): KnownSecrets {
  let redactors = new Map<string, Redact>()
  const byShape = createRedactor('')
  function withoutKnown(text: string): string {
    let clean = text
    for (const redact of redactors.values()) clean = redact(clean)
    return clean
  }
  function redact(text: string): string {
    let clean = byShape(withoutKnown(text))
    for (const shape of SHAPES) clean = clean.replace(shape, replacement)
    return clean
  }
  return {
    learn(secret) {
      if (redactors.has(secret)) return
      redactors = new Map([...redactors, [secret, createRedactor(secret)] as const].slice(-MOST))
    },
    redact,
    holds(text) {
      const backwards = [...text].reverse().join('')
      return redact(text) !== text || withoutKnown(backwards) !== backwards
    },
  }
}

/** Keeps the name of a header or field, which says what stood there. */
function replacement(_whole: string, name: unknown, between: unknown): string {
  return typeof name === 'string' && typeof between === 'string' ? `${name}${between}${REMOVED}` : REMOVED
}

/** The same vault; every key that passes through it is known from then on. */
export function learningVault(vault: Vault, secrets: Pick<KnownSecrets, 'learn'>): Vault {
  return {
    ...vault,
    key(slot) {
      const key = vault.key(slot)
      if (key !== null) secrets.learn(key)
      return key
    },
    save(slot, key, keep) {
      secrets.learn(key)
      vault.save(slot, key, keep)
    },
  }
}
