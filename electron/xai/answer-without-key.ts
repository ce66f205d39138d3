import { createKeyTraces, type Trace } from './key-traces.ts'
import { type JsonReading, parseJson, toJson } from './parse-json.ts'
import { createPieceFilter } from './piece-filter.ts'
import { isRecord, type JsonRecord } from './record.ts'
import { withoutTraces } from './redact.ts'

/** Many a server of one's own takes any word for a key, such as its own name: that stands in good answers too. */
const SHORTEST_KEY = 16
/** A key that somebody chose may be made of words; so much of it in a row stands in no good answer by chance. */
const SHORTEST_TRACE = 20
/** Longer JSON is looked through text by text: the places of all its letters would fill the memory. */
const LONGEST_LOOK = 1_000_000
/** Longer events are no pieces of a text, and deeper ones hold none. */
const LONGEST_PIECE = 16_384
const DEEPEST = 10

type CleanEvent = { data: string; reading: JsonReading }
type Cleaned = { reading: JsonReading; changed: boolean }

/**
 * Takes the key out of what a server answers well, wherever it stands: a model's name, the words of a model, a field that
 * nobody knows. Nothing else is touched: what only looks like a key is the model's own word.
 */
export type AnswerCleaner = {
  /** The JSON of `text` without the key; `changed`: it was in it. */
  parse(text: string): Cleaned
  /** For the events of one stream, in their order: a key that comes in pieces, a few letters each, is found too. */
  events(): (data: string) => CleanEvent
}

/** For the answers to requests with this key; `all` finds it. */
export function createAnswerCleaner(key: string, all = createKeyTraces(key)): AnswerCleaner {
  if (key.length < SHORTEST_KEY) return UNTOUCHED
  const least = Math.min(SHORTEST_TRACE, key.length)
  const tracesIn = (text: string): Trace[] => all(text).filter(({ start, end }) => end - start >= least)
  const mayHold = (text: string): boolean =>
    // Escapes here and there hide a key from who looks at the text of JSON.
    text.length > LONGEST_LOOK || tracesIn(text).length > 0 || text.includes('\\u00')

  function parse(text: string): Cleaned {
    if (!mayHold(text)) return { reading: parseJson(text), changed: false }
    let changed = false
    const reading = parseJson(text, (part) => {
      const traces = tracesIn(part)
      changed ||= traces.length > 0
      return traces.length > 0 ? withoutTraces(part, traces) : part
    })
    return { reading, changed }
  }

  function events() {
    const filters = new Map<string, (piece: string) => string>()
    const piece = (place: string, text: string): string => {
      const filter = filters.get(place) ?? createPieceFilter(key, least)
      filters.set(place, filter)
      return filter(text)
    }
    return (data: string): CleanEvent => {
      const { reading, changed } = parse(data)
      if (reading.kind !== 'value' || data.length > LONGEST_PIECE) return { data, reading }
      const value = mapPieces(reading.value, piece)
      if (!changed && value === reading.value) return { data, reading }
      const clean = toJson(value)
      // So deep that it cannot be written.
      if (clean === null) return { data, reading: { kind: 'malformed' } }
      return { data: clean, reading: { kind: 'value', value } }
    }
  }

  return { parse, events }
}

const UNTOUCHED: AnswerCleaner = {
  parse: (text) => ({ reading: parseJson(text), changed: false }),
  events: () => (data) => ({ data, reading: parseJson(data) }),
}

/** What the pieces of a growing text are called, in any of the protocols. */
const PIECES: ReadonlySet<string> = new Set([
  ...['content', 'text', 'delta', 'reasoning_content', 'refusal', 'completion', 'thinking'],
  ...['arguments', 'partial_json'],
])

/**
 * The same value when no piece in it changes. `place` tells pieces of one event apart, and finds them in the next. Called
 * for each event of a burst: nothing is copied before something changes.
 */
function mapPieces(value: unknown, map: (place: string, text: string) => string, depth = 0): unknown {
  if (depth > DEEPEST) return value
  if (Array.isArray(value)) {
    const mapped = value.map((part: unknown) => mapPieces(part, map, depth + 1))
    return mapped.some((part, at) => part !== value[at]) ? mapped : value
  }
  if (!isRecord(value)) return value
  let changed: JsonRecord | null = null
  for (const name of Object.keys(value)) {
    const part = value[name]
    const isPiece = typeof part === 'string' && PIECES.has(name)
    const mapped = isPiece ? map(`${depth} ${name}`, part) : mapPieces(part, map, depth + 1)
    if (mapped !== part) changed = { ...(changed ?? value), [name]: mapped }
  }
  return changed ?? value
}
