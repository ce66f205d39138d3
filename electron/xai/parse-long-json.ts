import { type JsonReading, parseJson } from './parse-json.ts'
import { isRecord } from './record.ts'

/** UTF-16 units that are parsed in one go: about two milliseconds. */
const BATCH = 200_000

/**
 * What `parseJson` says, for texts of megabytes such as the tokens of a long text: the lists that stand directly in the
 * outermost object are parsed in batches, and after each `turn` is awaited, so that a window stays awake. `parse` reads
 * each piece.
 */
export async function parseLongJson(
  text: string,
  turn: () => Promise<void>,
  parse: Parse = parseJson,
  batch = BATCH,
): Promise<JsonReading> {
  const lists: unknown[][] = []
  let frame = ''
  const cursor: Cursor = { text, at: 0, depth: 0 }
  if (!/^\s*\{/.test(text)) return parse(text)
  for (;;) {
    const from = cursor.at
    const isList = toListStart(cursor)
    frame += text.slice(from, cursor.at)
    if (!isList) break
    const list = await readList(cursor, { turn, parse, batch })
    // Whatever is wrong with it, the whole text tells.
    if (list === null) return parse(text)
    frame += lists.length
    lists.push(list)
  }
  const outside = parse(frame)
  if (outside.kind !== 'value' || !isRecord(outside.value)) return parse(text)
  const filled = Object.entries(outside.value).map(([key, value]) => [
    key,
    Array.isArray(value) ? lists[Number(value[0])] : value,
  ])
  return { kind: 'value', value: Object.fromEntries(filled) }
}

type Parse = (text: string) => JsonReading
type How = { turn: () => Promise<void>; parse: Parse; batch: number }
type Cursor = { text: string; at: number; depth: number }

/** Moves behind the bracket that opens the next list of the outermost object; `false` at the end. */
function toListStart(cursor: Cursor): boolean {
  const { text } = cursor
  while (cursor.at < text.length) {
    const code = step(cursor)
    if (code === LIST && cursor.depth === 2) return true
  }
  return false
}

/** Reads up to the bracket that ends the list; `null` when it is no list of JSON values. */
async function readList(cursor: Cursor, how: How): Promise<unknown[] | null> {
  const { text } = cursor
  const { turn, parse, batch } = how
  const items: unknown[] = []
  let from = cursor.at
  while (cursor.at < text.length) {
    const code = step(cursor)
    const isEnd = cursor.depth === 1
    if (!isEnd && !(code === COMMA && cursor.depth === 2 && cursor.at - from >= batch)) continue
    const read = parse(`[${text.slice(from, cursor.at - 1)}]`)
    if (read.kind !== 'value' || !Array.isArray(read.value)) return null
    // Nothing before a comma, or behind one, is no JSON.
    if (read.value.length === 0 && !(isEnd && items.length === 0)) return null
    for (const item of read.value) items.push(item)
    if (isEnd) {
      cursor.at -= 1
      cursor.depth = 2
      return items
    }
    from = cursor.at
    await turn()
  }
  return null
}

const [QUOTE, BACKSLASH, COMMA, OBJECT, OBJECT_END, LIST, LIST_END] = [
  0x22, 0x5c, 0x2c, 0x7b, 0x7d, 0x5b, 0x5d,
]

/** Moves behind the next character, or behind the string that begins there; returns the character. */
function step(cursor: Cursor): number {
  const { text } = cursor
  const code = text.charCodeAt(cursor.at)
  cursor.at += 1
  if (code === OBJECT || code === LIST) cursor.depth += 1
  else if (code === OBJECT_END || code === LIST_END) cursor.depth -= 1
  else if (code === QUOTE) {
    while (cursor.at < text.length) {
      const inside = text.charCodeAt(cursor.at)
      cursor.at += inside === BACKSLASH ? 2 : 1
      if (inside === QUOTE) break
    }
  }
  return code
}
