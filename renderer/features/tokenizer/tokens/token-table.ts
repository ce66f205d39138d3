import { unpackNumbers } from '../../../../shared/tokens/number-bytes.ts'
import { characterAt } from '../../../../shared/tokens/utf8.ts'
import type { RpcClient } from '../../../rpc.ts'
import { displayWidth } from './display-width.ts'

export type TokenCount = Awaited<ReturnType<RpcClient['tokens']['count']>>

/** All tokens of one answer in typed arrays: 200,000 take three megabytes, and none is an object until it is shown. */
export type TokenTable = {
  /** As asked for. */
  model: string
  /** What was counted, as typed. */
  source: string
  host: string
  demo: boolean
  /** UTC ms. */
  countedAt: number
  count: number
  ids: Uint32Array
  bytes: Uint8Array
  /** Where each token begins in `bytes`; one more at the end. */
  byteStarts: Uint32Array
  /** All bytes decoded once; equal to `source` (lone surrogates replaced) unless `mismatch` says otherwise. */
  text: string
  /** UTF-16 offset in `text` of the span that each token stands in; one more at the end. */
  textStarts: Uint32Array
  /** `SPAN_START` and `LINE_END`. */
  flags: Uint8Array
  /** Columns that the text of a token takes; tokens that share a character take those of their bytes. */
  widths: Float32Array
  /** Where the server's bytes differ from the text; `null` when they are the same. */
  mismatch: { at: number; withoutBytes: number } | null
  /** Lone surrogates that were sent as U+FFFD. */
  replaced: number
}

/** The characters of a token begin with it. */
export const SPAN_START = 1
/** The text of a token has a line end in it. */
export const LINE_END = 2

/** Gives the page its turn, so that no task becomes long; throws to stop the reading. */
export type Pause = () => Promise<void>

const TOKENS_A_SLICE = 1_000
const BYTES_A_SLICE = 20_000

/**
 * Unpacks an answer in slices. Characters are decoded over token borders as `tokenSpans` does, so both agree on where
 * spans begin.
 */
export async function readTokenTable(count: TokenCount, source: string, pause: Pause): Promise<TokenTable> {
  const ids = unpackNumbers(await unpackBytes(count.ids, pause))
  const lengths = unpackNumbers(await unpackBytes(count.lengths, pause))
  await pause()
  const { tokenBytes } = count
  const bytes =
    tokenBytes.kind === 'equal'
      ? new TextEncoder().encode(source)
      : await unpackBytes(tokenBytes.bytes, pause)
  await pause()
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const walked = await walk(lengths, bytes, pause)
  return {
    model: count.model,
    source,
    host: count.host,
    demo: count.demo,
    countedAt: count.countedAt,
    count: count.count,
    ...{ ids, bytes, text, ...walked },
    mismatch:
      tokenBytes.kind === 'equal' ? null : { at: tokenBytes.at, withoutBytes: tokenBytes.withoutBytes },
    replaced: count.replaced,
  }
}

async function unpackBytes(base64: string, pause: Pause): Promise<Uint8Array> {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at += 1) {
    if (at % BYTES_A_SLICE === 0) await pause()
    bytes[at] = binary.charCodeAt(at)
  }
  return bytes
}

type Walked = Pick<TokenTable, 'byteStarts' | 'textStarts' | 'flags' | 'widths'>

async function walk(lengths: Uint32Array, bytes: Uint8Array, pause: Pause): Promise<Walked> {
  const count = lengths.length
  const byteStarts = new Uint32Array(count + 1)
  const textStarts = new Uint32Array(count + 1)
  const flags = new Uint8Array(count + 1)
  const widths = new Float32Array(count)
  const cursor: Cursor = { byte: 0, text: 0, width: 0, lineEnd: false }
  let spanFrom = 0
  let spanText = 0
  flags[0] = SPAN_START
  for (let index = 0; index < count; index += 1) {
    if (index % TOKENS_A_SLICE === 0) await pause()
    const end = (byteStarts[index] ?? 0) + (lengths[index] ?? 0)
    byteStarts[index + 1] = end
    textStarts[index] = spanText
    // A token of a megabyte must not be one task either.
    while (!readCharacters(bytes, cursor, Math.min(end, bytes.length))) await pause()
    widths[index] = index === spanFrom && cursor.byte === end ? cursor.width : 3 * (lengths[index] ?? 0)
    if (cursor.byte > end) continue
    if (index > spanFrom) widths[spanFrom] = (widths[spanFrom] ?? 0) + cursor.width + 1
    if (cursor.lineEnd) flags[index] = (flags[index] ?? 0) | LINE_END
    flags[index + 1] = SPAN_START
    spanFrom = index + 1
    spanText = cursor.text
    cursor.width = 0
    cursor.lineEnd = false
  }
  textStarts[count] = cursor.text
  return { byteStarts, textStarts, flags, widths }
}

type Cursor = { byte: number; text: number; width: number; lineEnd: boolean }

/** Decodes up to `end` or a little beyond it, where a character goes on; `false` when there is more to do. */
function readCharacters(bytes: Uint8Array, cursor: Cursor, end: number): boolean {
  const stop = Math.min(end, cursor.byte + BYTES_A_SLICE)
  while (cursor.byte < stop) {
    const byte = bytes[cursor.byte] ?? 0
    if (byte >= 0x20 && byte < 0x7f) {
      cursor.byte += 1
      cursor.text += 1
      cursor.width += 1
      continue
    }
    const { length, codePoint } = characterAt(bytes, cursor.byte)
    cursor.byte += length
    cursor.text += codePoint !== null && codePoint > 0xffff ? 2 : 1
    cursor.width += codePoint === null ? 3 * length : displayWidth(codePoint)
    if (codePoint === 0x0a) cursor.lineEnd = true
  }
  return cursor.byte >= end
}
