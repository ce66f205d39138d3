import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { type DemoApi, type DemoOptions, startDemoApi } from '../../../../electron/demo/demo-api.ts'
import { tokenize } from '../../../../electron/demo/tokenizer.ts'
import type { EstimatesService } from '../../../../electron/services/estimates.ts'
import { createTokensService } from '../../../../electron/services/tokens.ts'
import { createWire } from '../../../../electron/xai/wire.ts'
import { TokenCount } from '../../../../shared/contract/tokens.ts'
import { unpackNumbers } from '../../../../shared/tokens/number-bytes.ts'
import { failureFrom } from '../../../support/service-failure.ts'

const MODEL = 'grok-4.3'
const PATH = '/v1/tokenize-text'
const NOW = 1_790_000_000_000

const running: DemoApi[] = []
afterEach(async () => {
  for (const demo of running.splice(0)) await demo.close()
})

/** The service over a demo API, and what it would have learned from. */
async function world(options: DemoOptions = {}) {
  const demo = await startDemoApi({ pacing: 'none', record: true, ...options })
  running.push(demo)
  const clock = { now: () => NOW, monotonic: () => performance.now() }
  const learned: Parameters<EstimatesService['learnFromCount']>[0][] = []
  const service = createTokensService({
    wire: createWire({ fetch, clock, random: () => 0 }),
    connection: { target: async () => ({ baseUrl: demo.baseUrl, key: demo.key, demo: true }) },
    estimates: { learnFromCount: async (counted) => void learned.push(counted) },
    clock,
  })
  return { demo, service, learned }
}

const numbers = (base64: string) => [...unpackNumbers(Buffer.from(base64, 'base64'))]
const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)

/** A server that answers with these tokens whatever it is asked. */
function answering(tokens: unknown): DemoOptions {
  const body = JSON.stringify(tokens)
  return { faults: [{ kind: 'raw', path: PATH, status: 200, type: 'application/json', body }] }
}

describe('an exact count', () => {
  it('has the ids, the number of bytes of each token and where it comes from', async () => {
    const { demo, service, learned } = await world()
    const text = 'Héllo, 世界 🙂!'
    const counted = await service.count({ model: MODEL, text })
    const tokens = [...tokenize(text, 'grok')]
    expect(TokenCount.parse(counted)).toEqual(counted)
    expect(counted).toMatchObject({
      model: MODEL,
      host: `127.0.0.1:${demo.port}`,
      demo: true,
      countedAt: NOW,
      count: tokens.length,
      tokenBytes: { kind: 'equal' },
      replaced: 0,
    })
    expect(numbers(counted.ids)).toEqual(tokens.map(({ id }) => id))
    expect(numbers(counted.lengths)).toEqual(tokens.map(({ bytes }) => bytes.length))
    expect(learned).toMatchObject([{ model: MODEL, text, tokens: tokens.length }])
  })

  it('has tokens whose bytes add up to the text, for any text', async () => {
    const { service } = await world()
    const unit = fc.constantFrom(...'ab Z9.;\n\té', '漢', '🙂', '\ud83d', '\ude42')
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, minLength: 1, maxLength: 40 }), async (text) => {
        const counted = await service.count({ model: MODEL, text })
        expect(counted.tokenBytes).toEqual({ kind: 'equal' })
        expect(sum(numbers(counted.lengths))).toBe(Buffer.byteLength(text, 'utf8'))
        expect(numbers(counted.ids)).toHaveLength(counted.count)
      }),
      { numRuns: 40 },
    )
  })

  it('says how many lone halves of a character it had to replace', async () => {
    const { service } = await world()
    const counted = await service.count({ model: MODEL, text: 'a\ud800b\udc00' })
    expect(counted).toMatchObject({ replaced: 2, tokenBytes: { kind: 'equal' } })
    expect(sum(numbers(counted.lengths))).toBe(8)
  })
})

describe('an answer that is not of the text', () => {
  it.each([
    ['another byte', [{ token_id: 7, token_bytes: [97, 99] }], { at: 1, withoutBytes: 0 }, 'ac'],
    ['too few bytes', [{ token_id: 7, token_bytes: [97] }], { at: 1, withoutBytes: 0 }, 'a'],
    ['too many bytes', [{ token_id: 7, token_bytes: [97, 98, 99] }], { at: 2, withoutBytes: 0 }, 'abc'],
    ['no bytes', [{ token_id: 7, string_token: 'ab' }], { at: 0, withoutBytes: 1 }, ''],
    [
      'a byte above 255',
      [
        { token_id: 7, token_bytes: [97] },
        { token_id: 8, token_bytes: [256] },
      ],
      { at: 1, withoutBytes: 1 },
      'a',
    ],
    ['no tokens', [], { at: 0, withoutBytes: 0 }, ''],
  ])('is counted, said to differ and not learned from: %s', async (_, tokens, difference, given) => {
    const { service, learned } = await world(answering({ token_ids: tokens }))
    const counted = await service.count({ model: MODEL, text: 'ab' })
    expect(TokenCount.parse(counted)).toEqual(counted)
    expect(counted.count).toBe(tokens.length)
    const bytes = Buffer.from(given).toString('base64')
    expect(counted.tokenBytes).toEqual({ kind: 'mismatch', bytes, ...difference })
    expect(learned).toEqual([])
  })

  it.each([
    ['no list', { tokens: 3 }],
    ['a list of nothing', { token_ids: [null] }],
    ['a token without an id', { token_ids: [{ token_bytes: [97, 98] }] }],
    ['a negative id', { token_ids: [{ token_id: -1, token_bytes: [97, 98] }] }],
    ['half an id', { token_ids: [{ token_id: 1.5, token_bytes: [97, 98] }] }],
  ])('is refused: %s', async (_, body) => {
    const { service, learned } = await world(answering(body))
    const failure = await failureFrom(() => service.count({ model: MODEL, text: 'ab' }))
    expect(failure).toMatchObject({ code: 'malformed-answer', status: 200 })
    expect(learned).toEqual([])
  })
})

describe('a count that cannot be', () => {
  it('is not permitted to a key without the endpoint', async () => {
    const acls = ['api-key:model:*', 'api-key:endpoint:chat']
    const { service, learned } = await world({ keyState: { acls } })
    const failure = await failureFrom(() => service.count({ model: MODEL, text: 'ab' }))
    expect(failure).toMatchObject({ code: 'not-permitted', status: 403 })
    expect(learned).toEqual([])
  })

  it('is ended by the next one, which gets its answer', async () => {
    const { demo, service, learned } = await world({ faults: [{ kind: 'hang', path: PATH, times: 1 }] })
    const first = failureFrom(() => service.count({ model: MODEL, text: 'the first' }))
    await expect.poll(() => demo.requests.length).toBe(1)
    const second = await service.count({ model: MODEL, text: 'the second' })
    expect(await first).toMatchObject({ code: 'stopped' })
    expect(second.tokenBytes).toEqual({ kind: 'equal' })
    expect(learned).toMatchObject([{ text: 'the second' }])
  })

  it('is stopped by its signal, before it leaves and on the way', async () => {
    const { demo, service } = await world({ faults: [{ kind: 'hang', path: PATH }] })
    const before = await failureFrom(() => service.count({ model: MODEL, text: 'ab' }, AbortSignal.abort()))
    expect(before.code).toBe('stopped')
    expect(demo.requests).toHaveLength(0)
    const stop = new AbortController()
    const onTheWay = failureFrom(() => service.count({ model: MODEL, text: 'ab' }, stop.signal))
    await expect.poll(() => demo.requests.length).toBe(1)
    stop.abort()
    expect((await onTheWay).code).toBe('stopped')
  })
})
