import type { TokenCount } from '../../shared/contract/tokens.ts'
import { packNumbers } from '../../shared/tokens/number-bytes.ts'
import { wellFormed } from '../../shared/tokens/well-formed.ts'

/** A token as a test writes it: its bytes, or text whose UTF-8 they are. */
export type SampleToken = { id: number; bytes: string | readonly number[] }

/** The answer of `tokens.count` for these tokens, as the main process packs it. */
export function countOf(model: string, text: string, tokens: readonly SampleToken[]): TokenCount {
  const sent = wellFormed(text)
  const pieces = tokens.map(({ bytes }) =>
    typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : Buffer.from([...bytes]),
  )
  const joined = Buffer.concat(pieces)
  const expected = Buffer.from(sent.text, 'utf8')
  const at = [...joined].findIndex((byte, index) => byte !== expected[index])
  return {
    model,
    host: 'api.x.ai',
    demo: false,
    countedAt: 1_780_000_000_000,
    count: tokens.length,
    ids: packed(tokens.map(({ id }) => id)),
    lengths: packed(pieces.map(({ length }) => length)),
    tokenBytes: joined.equals(expected)
      ? { kind: 'equal' }
      : {
          kind: 'mismatch',
          at: at === -1 ? Math.min(joined.length, expected.length) : at,
          bytes: joined.toString('base64'),
          withoutBytes: 0,
        },
    replaced: sent.replaced,
  }
}

/** One token for each word with the space before it, the id its length. */
export function sampleCount(model: string, text: string): TokenCount {
  const words = wellFormed(text).text.match(/\s*\S+|\s+/gu) ?? []
  return countOf(
    model,
    text,
    words.map((word) => ({ id: word.length, bytes: word })),
  )
}

function packed(numbers: readonly number[]): string {
  return Buffer.from(packNumbers(numbers)).toString('base64')
}
