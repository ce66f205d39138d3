import { isRecord } from './record.ts'

export type JsonReading = { kind: 'value'; value: unknown } | { kind: 'cut' } | { kind: 'malformed' }

/**
 * Parses what a server sent. Keys that could replace a prototype in a later copy are dropped (security A6).
 * `cut` means that the text is a JSON beginning whose end is missing, `malformed` that it never was JSON.
 */
export function parseJson(text: string): JsonReading {
  try {
    return { kind: 'value', value: JSON.parse(text, mayHoldPrototype(text) ? dropPrototype : undefined) }
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

function dropPrototype(this: unknown, key: string, value: unknown): unknown {
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
