import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnswerRequest } from '../../../../electron/services/ports.ts'
import { createAnswerCleaner } from '../../../../electron/xai/answer-without-key.ts'
import { createWire } from '../../../../electron/xai/wire.ts'
import { ExchangeEvent } from '../../../../shared/chat/exchange.ts'
import { reply } from '../../../support/fault-server.ts'
import { spellingsIn } from '../../../support/secret-search.ts'
import { chatWith, pieces, SSE, summaryOf } from './chat-under-test.ts'
import { choice, chunk, done } from './recorded-streams.ts'
import { CANARY, portsFor, serve, targetOf } from './wire-under-test.ts'

const origin = 'http://127.0.0.1:9'
const json = { 'content-type': 'application/json' }
const finish = chunk(choice({}, { finish_reason: 'stop' }))
const base64 = Buffer.from(`Bearer ${CANARY}`).toString('base64')
const seen = (value: unknown) => inspect(value, { depth: 20, maxStringLength: null, maxArrayLength: null })

async function answerTo(body: string, key = CANARY): Promise<unknown> {
  const fetch = pieces([Buffer.from(body)], json)
  const answer = await createWire(portsFor({ fetch })).json(targetOf({ origin }, key), {
    path: '/v1/models',
    method: 'GET',
  })
  return answer.body
}

describe('a good answer that echoes the key', () => {
  it.each<[string, string]>([
    ['in the name of a model', JSON.stringify({ data: [{ id: `echo ${CANARY}`, owned_by: CANARY }] })],
    ['in the name of a field', JSON.stringify({ [CANARY]: 1, data: { [`x ${CANARY}`]: [] } })],
    ['in base64', JSON.stringify({ headers: { authorization: base64 } })],
    ['in JSON inside JSON', JSON.stringify({ echo: JSON.stringify({ authorization: CANARY }) })],
    [
      'with every letter escaped',
      `{"a":"${[...CANARY].map((one) => `\\u00${one.charCodeAt(0).toString(16)}`).join('')}"}`,
    ],
    [
      'with a letter here and there escaped',
      `{"a":"${CANARY.replaceAll(/.(.{4})/g, (_, four: string) => `\\u00${_.charCodeAt(0).toString(16)}${four}`)}"}`,
    ],
    [
      'in a long list',
      JSON.stringify({
        models: Array.from({ length: 20_000 }, (_, at) => ({ id: `model-${at}-of-many`, at })),
        last: CANARY,
      }),
    ],
    [
      'in a list that is full of it',
      JSON.stringify({ models: Array.from({ length: 30_000 }, (_, at) => ({ id: `${at} ${CANARY}` })) }),
    ],
    ['in a long text', JSON.stringify(`${'a '.repeat(600_000)}${CANARY}`)],
  ])('gives nothing of it away %s', async (_, body) => {
    const answer = await answerTo(body)
    expect(spellingsIn(seen(answer), CANARY)).toEqual([])
    expect(seen(answer)).toContain('[removed]')
  })

  it('is otherwise what it was: what only looks like a key is the server’s own word', async () => {
    const body = {
      id: 'xai-grok-4-reasoning-latest',
      text: 'Bearer sk-1234567890abcdef',
      odd: 'é\u001b',
      n: 1.5,
    }
    expect(await answerTo(JSON.stringify({ ...body, echo: `a ${CANARY} b` }))).toEqual({
      ...body,
      echo: 'a [removed] b',
    })
  })

  it.each(['ollama', 'lm-studio', 'not-needed', 'sk-no-key'])(
    'keeps the word %s, which servers of one’s own take for a key',
    async (key) => {
      const body = { data: [{ id: 'm', owned_by: key }], text: `${key} says ${key}` }
      expect(await answerTo(JSON.stringify(body), key)).toEqual(body)
    },
  )

  it('keeps words that a longer key was made of', async () => {
    const body = { id: 'grok-4-fast-reasoning', text: 'The key for grok-4-fast-' }
    expect(await answerTo(JSON.stringify(body), 'grok-4-fast-secret-of-mine')).toEqual(body)
  })
})

/** Asks, and keeps what was told of the wire. */
async function streamed(sse: string, headers: Record<string, string> = SSE) {
  const server = await serve((response) => reply(response, 200, sse, headers))
  const events: ExchangeEvent[] = []
  const watch: AnswerRequest['watch'] = (event) => {
    events.push(ExchangeEvent.parse(event))
  }
  const outcome = await chatWith(server, { request: { watch } })
  expect(outcome.error).toBeNull()
  return { outcome, events }
}

describe('a stream that echoes the key', () => {
  it.each<[string, string]>([
    ['in the text', chunk(choice({ content: `You sent ${CANARY}.` }))],
    ['in its thoughts', chunk(choice({ reasoning_content: `You sent ${CANARY}.` }))],
    ['as the model that served', chunk({ model: CANARY, ...choice({ content: 'a' }) })],
    ['as its id', chunk({ id: CANARY, ...choice({ content: 'a' }) })],
    ['as a source', chunk({ ...choice({ content: 'a' }), citations: [`https://x.example/?key=${CANARY}`] })],
    ['in its usage', chunk({ ...choice({ content: 'a' }), usage: { [CANARY]: CANARY } })],
    [
      'as a call',
      chunk(choice({ tool_calls: [{ id: CANARY, function: { name: CANARY, arguments: base64 } }] })),
    ],
    ['as the name of an event', chunk(choice({ content: 'a' })).replace(/^/, `event: ${CANARY}\n`)],
  ])('gives nothing of it away %s', async (_, echo) => {
    const { outcome, events } = await streamed(echo + finish + done)
    expect(spellingsIn(seen([outcome, events]), CANARY)).toEqual([])
    expect(seen([outcome, events])).toContain('[removed]')
  })

  it('gives nothing of it away as the name of a header', async () => {
    const headers = { ...SSE, [`x-${CANARY}`]: '1' }
    const { events } = await streamed(chunk(choice({ content: 'a' })) + finish + done, headers)
    expect(spellingsIn(seen(events).toLowerCase(), CANARY.toLowerCase())).toEqual([])
    expect(seen(events)).toContain('[removed]')
  })
})

const words = fc.string({ unit: fc.constantFrom(...'abc xai-CANRYx7é🎉\n"\\'), maxLength: 30 })
const cuts = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 })

/** The text in pieces of these lengths, again and again. */
function cut(text: string, lengths: readonly number[]): string[] {
  const parts: string[] = []
  for (let at = 0, turn = 0; at < text.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? 1
    parts.push(text.slice(at, at + length))
    at += length
  }
  return parts
}

/** What a piece of each kind comes in. */
const DELTAS: [string, (piece: string) => object][] = [
  ['content', (content) => choice({ content })],
  ['reasoning_content', (reasoning_content) => choice({ reasoning_content })],
]

describe('a stream that echoes the key a few letters at a time', () => {
  it.each(DELTAS)(
    'gives no more than its beginning away, and all that stands around it: %s',
    async (_, delta) => {
      await fc.assert(
        fc.asyncProperty(words, words, cuts, async (before, after, lengths) => {
          const text = `${before}|${CANARY}|${after}|`
          const sse = cut(text, lengths).map((piece) => chunk(delta(piece)))
          const told: string[] = []
          const watch: AnswerRequest['watch'] = (event) => {
            if (event.kind === 'event') told.push(event.data)
          }
          const fetch = pieces([Buffer.from(sse.join('') + finish + done)])
          const outcome = await chatWith({ origin }, { fetch, request: { watch } })
          expect(outcome.error).toBeNull()
          const said = summaryOf(outcome).text + summaryOf(outcome).reasoning
          const [start = '', end = ''] = said.split('[removed]')
          expect(said.split('[removed]')).toHaveLength(2)
          expect(start.startsWith(`${before}|`)).toBe(true)
          expect(CANARY.startsWith(start.slice(before.length + 1))).toBe(true)
          expect(start.length - before.length - 1).toBeLessThanOrEqual(15)
          expect(end).toBe(`|${after}|`)
          // Nor can it be put together from what was told of the wire.
          expect(told.map((data) => textIn(data)).join('')).not.toContain(CANARY.slice(8, 24))
        }),
        { numRuns: 60 },
      )
    },
  )

  it('is followed through every text that does not hold it, without a change', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (texts) => {
        const read = createAnswerCleaner(CANARY).events()
        for (const text of texts) {
          const data = JSON.stringify({ choices: [{ index: 0, delta: { content: `${text}.` } }] })
          expect(read(data)).toMatchObject({ data, reading: { kind: 'value', value: JSON.parse(data) } })
        }
      }),
    )
  })
})

function textIn(data: string): string {
  const { choices } = JSON.parse(data)
  const { content = '', reasoning_content: thoughts = '' } = choices?.[0]?.delta ?? {}
  return content + thoughts
}
