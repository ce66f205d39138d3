import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutLines, lineOfToken } from '../../../../renderer/features/tokenizer/tokens/line-layout.ts'
import { shownToken, shownTokens } from '../../../../renderer/features/tokenizer/tokens/shown-token.ts'
import { tokensCsv, tokensJson } from '../../../../renderer/features/tokenizer/tokens/token-files.ts'
import { tokenAfterKey } from '../../../../renderer/features/tokenizer/tokens/token-keys.ts'
import {
  readTokenTable,
  SPAN_START,
  type TokenTable,
} from '../../../../renderer/features/tokenizer/tokens/token-table.ts'
import { wellFormed } from '../../../../shared/tokens/well-formed.ts'
import { countOf, type SampleToken } from '../../../support/sample-count.ts'

const noPause = async () => undefined

/** The table of a text whose bytes are cut after these lengths. */
function tableOf(text: string, cuts: readonly number[] = []): Promise<TokenTable> {
  const bytes = [...Buffer.from(wellFormed(text).text, 'utf8')]
  const tokens: SampleToken[] = []
  for (const cut of [...cuts, bytes.length])
    tokens.push({ id: 100 + tokens.length, bytes: bytes.splice(0, cut) })
  return readTokenTable(countOf('grok-4', text, tokens), text, noPause)
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    '👨‍👩‍👧‍👦🇩🇪',
    'Z\u0301\u0327\u0301',
    'abc \u202eשלום\u202c',
    'a\0b',
    ' \n\n\t ',
    '你好，世界',
  ),
)
const anyCuts = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 60 })

describe('readTokenTable', () => {
  it('covers the input exactly, wherever its bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyCuts, async (text, cuts) => {
        const table = await tableOf(text, cuts)
        expect(table.mismatch).toBeNull()
        expect(table.text).toBe(wellFormed(text).text)
        const shown = shownTokens(table, 0, table.count)
        const spans = shown.filter(({ place }) => place === 0)
        expect(spans.map((span) => span.text).join('')).toBe(table.text)
        expect(spans.every(({ text, start, end }) => table.text.slice(start, end) === text)).toBe(true)
        expect(shown.flatMap(({ bytes }) => [...bytes])).toEqual([...table.bytes])
        expect(spans.map(({ index }) => index)).toEqual(
          shown.map(({ index }) => index).filter((index) => ((table.flags[index] ?? 0) & SPAN_START) !== 0),
        )
      }),
    )
  })

  it('takes any bytes of a server, also those that are no text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 5 }), { maxLength: 30 }), async (tokens) => {
        const answer = countOf(
          'm',
          'x',
          tokens.map((bytes, id) => ({ id, bytes: [...bytes] })),
        )
        const table = await readTokenTable(answer, 'x', noPause)
        const shown = shownTokens(table, 0, table.count)
        expect(shown).toHaveLength(tokens.length)
        const joined = shown
          .filter(({ place }) => place === 0)
          .map(({ text }) => text)
          .join('')
        expect(joined).toBe(table.text)
        expect([...table.widths].every((width) => width >= 0)).toBe(true)
      }),
    )
  })

  it('shows the same token alone as among all others', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyCuts, async (text, cuts) => {
        const table = await tableOf(text, cuts)
        expect(Array.from({ length: table.count }, (_, index) => shownToken(table, index))).toEqual(
          shownTokens(table, 0, table.count),
        )
        expect(shownToken(table, table.count)).toBeNull()
        expect(shownToken(table, -1)).toBeNull()
      }),
    )
  })

  it('pauses while it reads 200,000 tokens, and stops when the pause says so', async () => {
    const text = 'word '.repeat(200_000)
    const answer = countOf(
      'm',
      text,
      Array.from({ length: 200_000 }, (_, id) => ({ id, bytes: 'word ' })),
    )
    let pauses = 0
    const table = await readTokenTable(answer, text, async () => {
      pauses += 1
    })
    expect(table.count).toBe(200_000)
    expect(pauses).toBeGreaterThan(100)
    const stop = new Error('stopped')
    await expect(readTokenTable(answer, text, () => Promise.reject(stop))).rejects.toBe(stop)
  })

  it('tells what the server said of bytes that are not the text', async () => {
    const answer = countOf('m', 'abc', [{ id: 1, bytes: 'abX' }])
    expect((await readTokenTable(answer, 'abc', noPause)).mismatch).toEqual({ at: 2, withoutBytes: 0 })
  })
})

describe('layoutLines', () => {
  it('puts each token in one line, none beyond the width that could break, and none inside a character', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyCuts, fc.integer({ min: 10, max: 60 }), async (text, cuts, columns) => {
        const table = await tableOf(text, cuts)
        for (const face of ['text', 'ids', 'bytes'] as const) {
          const starts = layoutLines(table, face, columns)
          expect(starts[0]).toBe(0)
          expect([...starts]).toEqual([...new Set(starts)].sort((one, other) => one - other))
          expect([...starts].every((start) => ((table.flags[start] ?? 0) & SPAN_START) !== 0)).toBe(true)
          for (let token = 0; token < table.count; token += 1) {
            const line = lineOfToken(starts, token)
            expect(starts[line]).toBeLessThanOrEqual(token)
            expect(starts[line + 1] ?? table.count).toBeGreaterThan(token)
          }
        }
      }),
    )
  })

  it('breaks after a line end when text is shown, and fills lines when ids are', async () => {
    const table = await tableOf('a\nb\nc', [2, 2])
    expect([...layoutLines(table, 'text', 80)]).toEqual([0, 1, 2])
    expect([...layoutLines(table, 'ids', 80)]).toEqual([0])
  })
})

describe('keys', () => {
  const lines = { starts: Uint32Array.of(0, 5, 7, 12), count: 15, linesAPage: 2 }
  it.each([
    ['ArrowRight', false, 14, 14],
    ['ArrowRight', false, 4, 5],
    ['ArrowLeft', false, 0, 0],
    ['ArrowDown', false, 4, 6],
    ['ArrowDown', false, 13, 14],
    ['ArrowUp', false, 8, 6],
    ['ArrowUp', false, 3, 0],
    ['PageDown', false, 1, 8],
    ['PageUp', false, 13, 6],
    ['Home', false, 9, 7],
    ['End', false, 9, 11],
    ['Home', true, 9, 0],
    ['End', true, 0, 14],
    ['a', false, 3, null],
  ])('%s (ctrl %s) from %i goes to %s', (key, ctrl, from, to) => {
    expect(tokenAfterKey(key, ctrl, from, lines)).toBe(to)
  })
})

describe('token files', () => {
  it('hold every token once, formula-safe and in order', async () => {
    const table = await tableOf('=1+你', [1, 2, 2])
    const csv = await tokensCsv(table, noPause)
    expect(csv?.split('\r\n')).toEqual([
      'number,id,text,bytes,start,end,byteStart',
      "1,100,'=,3D,0,1,0",
      "2,101,'1+,31 2B,1,3,1".replace("'", ''),
      '3,102,你,E4 BD,3,4,3',
      '4,103,你,A0,3,4,5',
      '',
    ])
    const json: unknown = JSON.parse((await tokensJson(table, noPause)) ?? '')
    expect(json).toMatchObject({
      model: 'grok-4',
      count: 4,
      tokens: [{ id: 100, text: '=' }, { start: 1, end: 3 }, {}, { bytes: 'A0' }],
    })
  })

  it('take 200,000 tokens of a megabyte', async () => {
    const text = 'word '.repeat(200_000)
    const tokens = Array.from({ length: 200_000 }, () => ({ id: 131_071, bytes: 'word ' }))
    const table = await readTokenTable(countOf('grok-4', text, tokens), text, noPause)
    expect((await tokensCsv(table, noPause))?.split('\n')).toHaveLength(200_002)
    const json: unknown = JSON.parse((await tokensJson(table, noPause)) ?? '')
    expect(json).toMatchObject({ count: 200_000, tokens: { length: 200_000 } })
  })

  it('are not begun when they would be too long to save', async () => {
    const text = '"'.repeat(4_000_000)
    const tokens = Array.from({ length: 500_000 }, () => ({ id: 131_071, bytes: '"'.repeat(8) }))
    const table = await readTokenTable(countOf('grok-4', text, tokens), text, noPause)
    expect(await tokensJson(table, noPause)).toBeNull()
    expect(await tokensCsv(table, noPause)).toBeNull()
  })

  it('are JSON and CSV for any tokens', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyCuts, async (text, cuts) => {
        const table = await tableOf(text, cuts)
        const json: unknown = JSON.parse((await tokensJson(table, noPause)) ?? '')
        expect(json).toMatchObject({ tokens: { length: table.count } })
        expect(await tokensCsv(table, noPause)).not.toBeNull()
      }),
      { numRuns: 50 },
    )
  })
})
