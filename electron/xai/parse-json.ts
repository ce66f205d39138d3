import { isRecord } from './record.ts'

export type JsonReading = { kind: 'value'; value: unknown } | { kind: 'cut' } | { kind: 'malformed' }

/**
 * Parses what a server sent. Keys that could replace a prototype in a later copy are dropped (security A6).
 * `cut` means that the text is a JSON beginning whose end is missing, `malformed` that it never was JSON. `clean`, when
 * given, is applied to every text in it, names of fields included.
 */
export function parseJson(text: string, clean?: (text: string) => string): JsonReading {
  const revive = clean === undefined ? dropPrototype : cleaning(clean)
  try {
    return { kind: 'value', value: JSON.parse(text, clean || mayHoldPrototype(text) ? revive : undefined) }
  } catch {
    return { kind: endsTooEarly(text) ? 'cut' : 'malformed' }
  }
}

/** The value as one line of JSON, or `null` when it cannot be written: V8 parses deeper nesting than it can write. */
export function toJson(value: unknown): string | null {
  try {
    return JSON.stringify(value) ?? null
  } catch {
    return null
  }
}

/** A reviver makes parsing several times slower, so only a suspicious text gets one; `\u` can spell any letter. */
export function mayHoldPrototype(text: string): boolean {
  return /__proto__|"prototype"|\\u00[57]/i.test(text)
}

function cleaning(clean: (text: string) => string): (key: string, value: unknown) => unknown {
  return (key, given) => {
    const value = dropPrototype(key, given)
    if (typeof value === 'string') return clean(value)
    if (!isRecord(value) || Object.keys(value).every((name) => clean(name) === name)) return value
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [clean(name), part]))
  }
}

function dropPrototype(key: string, value: unknown): unknown {
  if (key === '__proto__') return undefined
  return key === 'constructor' && isRecord(value) && Object.hasOwn(value, 'prototype') ? undefined : value
}

/** Whether a bracket or a string is still open at the end. V8's messages would say so too, in other words each year. */
function endsTooEarly(text: string): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character === '"') inString = !inString
    else if (inString && character === '\\') at += 1
    else if (!inString && (character === '{' || character === '[')) depth += 1
    else if (!inString && (character === '}' || character === ']')) depth -= 1
  }
  return inString || depth > 0
}
