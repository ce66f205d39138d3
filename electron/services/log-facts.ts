/** What a line of the log is made of, after everything that must not be in it is gone. */
export type CleanFact = string | number | boolean | null | CleanFact[] | { [name: string]: CleanFact }

const REMOVED = '[removed]'
const LONGEST = 600
const DEEPEST = 4
const MOST_ENTRIES = 24
const MOST_FRAMES = 12

/** Secrets: whatever stands there, no letter of it is written. */
const SECRET = /authorization|api[-_]?key|^key$|cookie|secret|password|token$|ciphertext/i
/** What people and models wrote: it belongs to nobody's log. */
const PRIVATE =
  /^(prompt|prompts|text|texts|content|contents|message|messages|input|output|body|answer|reasoning|title|query|system|turns|words|serverWords|clipboard)$/i

/**
 * What may be written of `value`: texts redacted and cut, secrets and texts of people left out by the name of their
 * field, errors without what they quote, and no more than a few levels and entries. Never throws: a value that resists
 * being read is `[unreadable]`.
 */
export function cleanFact(value: unknown, redact: (text: string) => string, depth = 0): CleanFact {
  try {
    return clean(value, redact, depth)
  } catch {
    return '[unreadable]'
  }
}

function clean(value: unknown, redact: (text: string) => string, depth: number): CleanFact {
  switch (typeof value) {
    case 'string':
      return shortened(redact(value))
    case 'number':
      return Number.isFinite(value) ? value : String(value)
    case 'boolean':
      return value
    case 'bigint':
      return shortened(redact(String(value)))
    case 'object':
      return value === null ? null : cleanObject(value, redact, depth)
    case 'undefined':
    case 'symbol':
    case 'function':
      return null
    default:
      return null
  }
}

function cleanObject(value: object, redact: (text: string) => string, depth: number): CleanFact {
  if (value instanceof Error) return cleanError(value, redact, depth)
  if (value instanceof Date) return Number.isFinite(value.getTime()) ? value.toISOString() : '[no date]'
  if (depth >= DEEPEST) return '[deeper]'
  if (Array.isArray(value))
    return value.slice(0, MOST_ENTRIES).map((one) => cleanFact(one, redact, depth + 1))
  const prototype: unknown = Object.getPrototypeOf(value)
  // Bytes, maps, streams: nothing that a line of text should try to hold.
  if (prototype !== Object.prototype && prototype !== null) return '[object]'
  const entries = Object.entries(value)
    .slice(0, MOST_ENTRIES)
    .map(([name, fact]): [string, CleanFact] => {
      const shown = shortened(redact(name), 60)
      if (SECRET.test(name)) return [shown, REMOVED]
      return PRIVATE.test(name) ? [shown, '[left out]'] : [shown, cleanFact(fact, redact, depth + 1)]
    })
  return Object.fromEntries(entries)
}

function cleanError(error: Error, redact: (text: string) => string, depth: number): CleanFact {
  const { name, says, frames } = errorParts(error.stack ?? '', error.name, error.message)
  const code: unknown = Reflect.get(error, 'code')
  return {
    name: shortened(redact(name), 60),
    says: shortened(redact(says), 200),
    ...(typeof code === 'string' ? { code: shortened(redact(code), 60) } : {}),
    frames: frames.map((frame) => shortened(redact(frame), 160)),
    ...(error.cause instanceof Error && depth < DEEPEST
      ? { cause: cleanError(error.cause, redact, depth + 1) }
      : {}),
  }
}

/** What a bug of the page tells of itself: a stack as text. Reads like an error of our own. */
export function stackFact(stack: string): { name: string; says: string; frames: string[] } {
  const [first = ''] = stack.split('\n', 1)
  const named = /^([A-Z]\w{0,40}): ?(.*)$/.exec(first)
  return errorParts(stack, named?.[1] ?? 'Error', named?.[2] ?? first)
}

/** The words of an error may quote what it stumbled over, such as the beginning of a prompt: quotations go. */
function errorParts(stack: string, name: string, message: string) {
  const words = message.split('\n', 1)[0] ?? ''
  const frames = stack
    .split('\n')
    .filter((line) => /^\s+at \S/.test(line) || /^\S*@\S+:\d+/.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim())
  return { name, says: words.replace(/(["'`“‘«]).*(["'`”’»])/g, '$1…$2'), frames }
}

function shortened(text: string, longest = LONGEST): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
