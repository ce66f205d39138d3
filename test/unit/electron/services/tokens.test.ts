import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEstimatesService } from '../../../../electron/services/estimates.ts'
import { createTokensService } from '../../../../electron/services/tokens.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'
import { unpackNumbers } from '../../../../shared/tokens/number-bytes.ts'
import { manualTime } from '../../../support/ports/manual-time.ts'
import { memoryEstimateStore } from '../../../support/ports/memory-estimate-store.ts'
import { sampleTarget } from '../../../support/ports/sample-target.ts'
import { scriptedWire } from '../../../support/ports/scripted-wire.ts'
import { apiToken, tokensAnswer } from '../../../support/ports/token-answers.ts'
import { sampleCatalog } from '../../../support/sample-catalog.ts'
import { failureFrom } from '../../../support/service-failure.ts'

const target = sampleTarget()
const PATH = '/v1/tokenize-text'

function bench(body: unknown = tokensAnswer()) {
  const wire = scriptedWire({ [PATH]: { body } })
  const { clock } = manualTime()
  const connection = { target: async () => target }
  const store = memoryEstimateStore()
  const bugs: unknown[] = []
  const estimates = createEstimatesService({
    ...{ store, connection, clock },
    catalog: { read: async () => sampleCatalog({ host: 'api.x.ai' }) },
    reportBug: (_where, error) => bugs.push(error),
    changed: () => undefined,
  })
  const tokens = createTokensService({ wire, connection, estimates, clock })
  const count = (text: string, signal?: AbortSignal) => tokens.count({ model: 'grok-4', text }, signal)
  return { wire, tokens, count, store, bugs }
}

const failureCode = async (action: () => unknown) => (await failureFrom(action)).code
const numbers = (base64: string) => [...unpackNumbers(Buffer.from(base64, 'base64'))]

describe('an exact count', () => {
  it('packs ids and lengths, and needs no bytes when they are those of the text', async () => {
    const { count } = bench(tokensAnswer('Hello', ' wörld', '!'))
    const counted = await count('Hello wörld!')
    expect(counted).toMatchObject({ count: 3, host: 'api.x.ai', demo: false, tokenBytes: { kind: 'equal' } })
    expect(numbers(counted.ids)).toEqual([1, 2, 3])
    expect(numbers(counted.lengths)).toEqual([5, 7, 1])
  })

  it('finds any bytes equal, wherever they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ minLength: 1, unit: 'binary' }),
        fc.array(fc.nat(8)),
        async (text, cuts) => {
          const bytes = [...Buffer.from(text, 'utf8')]
          const tokens: Record<string, unknown>[] = []
          for (const cut of [...cuts, bytes.length]) tokens.push(apiToken(7, bytes.splice(0, cut)))
          const counted = await bench({ token_ids: tokens }).count(text)
          expect(counted.tokenBytes).toEqual({ kind: 'equal' })
          expect(counted.count).toBe(cuts.length + 1)
        },
      ),
    )
  })

  it('sends lone surrogates as U+FFFD and says how many', async () => {
    const { count } = bench(tokensAnswer('a\ufffd', 'b\ufffd'))
    expect(await count('a\ud800b\udc00')).toMatchObject({ replaced: 2, tokenBytes: { kind: 'equal' } })
  })

  it.each([
    ['NUL and other controls', 'a\0b\u0007\u001b'],
    ['only white space', ' \t\r\n  \u00a0\u3000'],
    ['right to left with overrides', 'abc \u202eשלום\u202c مرحبا \u2066x\u2069'],
    ['stacks of combining marks', `Z${'\u0301\u0327'.repeat(60)}`],
    ['families and flags', '👨‍👩‍👧‍👦🇩🇪🏴󠁧󠁢󠁷󠁬󠁳󠁿👍🏽'],
    ['a word of 100,000 letters', 'x'.repeat(100_000)],
    ['a megabyte in one line', 'word '.repeat(200_000)],
  ])('takes %s', async (_what, text) => {
    const halves = [text.slice(0, text.length / 2), text.slice(text.length / 2)]
    const bytes = Buffer.from(text, 'utf8')
    const cut = Buffer.from(halves[0] ?? '', 'utf8').length
    const { count } = bench({
      token_ids: [apiToken(1, [...bytes.subarray(0, cut)]), apiToken(2, [...bytes.subarray(cut)])],
    })
    expect((await count(text)).tokenBytes).toEqual({ kind: 'equal' })
  })

  it('takes 200,000 tokens', async () => {
    const { count } = bench({ token_ids: Array.from({ length: 200_000 }, (_, id) => apiToken(id, [97])) })
    const counted = await count('a'.repeat(200_000))
    expect(counted.count).toBe(200_000)
    expect(numbers(counted.ids).at(-1)).toBe(199_999)
    // Three strings instead of 15 MB of JSON.
    expect(counted.ids.length + counted.lengths.length).toBeLessThan(1_200_000)
  })
})

describe('tokens that are not the text', () => {
  const bytesOf = (base64: string) => Buffer.from(base64, 'base64').toString('utf8')

  it.each([
    ['end too early', tokensAnswer('Hel'), { at: 3, text: 'Hel' }],
    ['go on', tokensAnswer('Hello', '!!'), { at: 5, text: 'Hello!!' }],
    ['differ', tokensAnswer('He', 'LLo'), { at: 2, text: 'HeLLo' }],
    ['are none', { token_ids: [] }, { at: 0, text: '' }],
  ])('are told with the place when they %s', async (_how, body, { at, text }) => {
    const { tokenBytes } = await bench(body).count('Hello')
    expect(tokenBytes).toMatchObject({ kind: 'mismatch', at, withoutBytes: 0 })
    expect(tokenBytes.kind === 'mismatch' && bytesOf(tokenBytes.bytes)).toBe(text)
  })

  it.each([
    ['missing', undefined],
    ['no numbers', ['72', null]],
    ['no bytes', [72, 256]],
    ['negative', [-1]],
    ['fractions', [72.5]],
  ])('are told when bytes are %s', async (_what, wrong) => {
    const body = { token_ids: [apiToken(1, [72, 101]), apiToken(2, wrong), apiToken(3, [111])] }
    const counted = await bench(body).count('Hello')
    expect(counted.tokenBytes).toMatchObject({ kind: 'mismatch', at: 2, withoutBytes: 1 })
    expect(counted.count).toBe(3)
    expect(numbers(counted.lengths)).toEqual([2, 0, 1])
  })

  it('are kept as they came when they are no UTF-8', async () => {
    const { tokenBytes } = await bench({ token_ids: [apiToken(1, [0xff, 0xc3])] }).count('é')
    expect(tokenBytes.kind === 'mismatch' && [...Buffer.from(tokenBytes.bytes, 'base64')]).toEqual([
      0xff, 0xc3,
    ])
  })

  it('teach nothing', async () => {
    const { count, store } = bench(tokensAnswer('other'))
    await count('Hello')
    expect(store.load('https://api.x.ai')).toEqual([])
  })
})

describe('an answer that is no list of tokens', () => {
  it.each([
    ['nothing', {}],
    ['null', null],
    ['a text', { token_ids: 'x' }],
    ['no objects', { token_ids: [1, 2] }],
    ['no ids', { token_ids: [{ token_bytes: [1] }] }],
    ['an id that is no number', { token_ids: [{ token_id: '1', token_bytes: [1] }] }],
    ['a negative id', { token_ids: [{ token_id: -1, token_bytes: [1] }] }],
    ['an id beyond 32 bits', { token_ids: [{ token_id: 2 ** 32, token_bytes: [1] }] }],
  ])('fails: %s', async (_what, body) => {
    expect(await failureCode(() => bench(body).count('a'))).toBe('malformed-answer')
  })

  it('fails with what the wire says', async () => {
    const { wire, count } = bench()
    wire.answers.set(PATH, { failure: failureOf('not-permitted', { status: 403 }) })
    expect(await failureCode(() => count('a'))).toBe('not-permitted')
  })
})

describe('one count at a time', () => {
  it('ends the one under way when another begins', async () => {
    const { wire, count } = bench(tokensAnswer('new'))
    wire.hold()
    const first = failureCode(() => count('old'))
    const second = count('new')
    wire.release()
    expect(await first).toBe('stopped')
    expect((await second).count).toBe(1)
  })

  it('ends when its caller leaves, and one that left before it began', async () => {
    const { wire, count, store } = bench(tokensAnswer('a'))
    wire.hold()
    const caller = new AbortController()
    const ended = failureCode(() => count('a', caller.signal))
    caller.abort()
    wire.release()
    expect(await ended).toBe('stopped')
    expect(await failureCode(() => count('a', AbortSignal.abort()))).toBe('stopped')
    expect(store.load('https://api.x.ai')).toEqual([])
  })
})
