import { z } from 'zod'

/**
 * JSON that also carries `bigint` (ticks) exactly: `5n` is written as `{"$int":"5"}`. An object that really has such a
 * key keeps it, with one more `$` on disk, so that whatever a server sent comes back as it was.
 */
const MARK = '$int'
const MARK_LIKE = /^\$+int$/
/** `BigInt` also takes nothing for zero and reads hexadecimal; a hostile file could keep it busy with a million digits. */
const DIGITS = /^-?\d{1,100}$/

/** Text for a JSON value whose numbers may be `bigint`. */
export function toExactJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'bigint') return new Tagged(part)
    return isRecord(part) && !(part instanceof Tagged) ? renamed(part, (key) => `$${key}`) : part
  })
}

/** Throws `SyntaxError` when the text is not JSON or a marked number is not a whole number. */
export function fromExactJson(text: string): unknown {
  return JSON.parse(text, (_key, part: unknown) => {
    if (!isRecord(part)) return part
    const keys = Object.keys(part)
    const digits = part[MARK]
    if (keys.length === 1 && typeof digits === 'string') {
      if (!DIGITS.test(digits)) throw new SyntaxError('a marked number is no whole number')
      return BigInt(digits)
    }
    return renamed(part, (key) => key.slice(1))
  })
}

/** A column of such text. */
export const Json = z.string().transform((text, context) => {
  try {
    return fromExactJson(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' })
    return z.NEVER
  }
})

class Tagged {
  readonly [MARK]: string
  constructor(value: bigint) {
    this[MARK] = value.toString()
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function renamed(record: Record<string, unknown>, rename: (key: string) => string): Record<string, unknown> {
  const keys = Object.keys(record)
  if (!keys.some((key) => MARK_LIKE.test(key))) return record
  // `fromEntries` defines properties, so a key named `__proto__` stays data.
  return Object.fromEntries(keys.map((key) => [MARK_LIKE.test(key) ? rename(key) : key, record[key]]))
}
