import { describe, expect, it } from 'vitest'
import type { DemoOptions } from '../../../../electron/demo/demo-api.ts'
import type { AnswerRequest, ChatPart } from '../../../../electron/services/ports.ts'
import { createStreamChat } from '../../../../electron/xai/stream-chat.ts'
import { createWire } from '../../../../electron/xai/wire.ts'
import { parseLanguageModels } from '../../../../shared/catalog/language-model.ts'
import { Protocol, usageApiOf } from '../../../../shared/chat/protocol.ts'
import { refusedParameter } from '../../../../shared/chat/refused-parameter.ts'
import { costOf } from '../../../../shared/pricing/cost.ts'
import { ratesOf } from '../../../../shared/pricing/rates.ts'
import { readUsage } from '../../../../shared/usage/token-usage.ts'
import { demoTarget } from '../../../support/ports/sample-target.ts'
import { demoPerTest } from '../demo/demo-per-test.ts'
import { asking, type Outcome, summaryOf } from './chat-under-test.ts'
import { failureIn, portsFor } from './wire-under-test.ts'

const start = demoPerTest()
const model = 'grok-4.20-non-reasoning'
const quick = { schedule: (ms: number, run: () => void) => cancelled(setTimeout(run, ms >= 20_000 ? ms : 1)) }
const cancelled = (timer: NodeJS.Timeout) => () => clearTimeout(timer)

async function ask(api: { baseUrl: string; key: string }, request: Partial<AnswerRequest>): Promise<Outcome> {
  const parts: ChatPart[] = []
  const { signal } = new AbortController()
  try {
    const target = demoTarget({ baseUrl: api.baseUrl, key: api.key })
    const asked = { ...asking(model, 'Hello there!'), ...request, signal }
    for await (const part of createStreamChat(portsFor(quick))(target, asked)) parts.push(part)
  } catch (error) {
    return { parts, error }
  }
  return { parts, error: null }
}

const callsIn = ({ parts }: Outcome) => parts.filter((part) => part.kind === 'tool-call')
const joinedCall = (outcome: Outcome) => {
  const calls = callsIn(outcome)
  const [first] = calls
  return { id: first?.id, name: first?.name, arguments: calls.map((call) => call.arguments).join('') }
}

describe.each(Protocol.options)('an answer of the demo in %s', (protocol) => {
  it('has text, model, an end and its usage', async () => {
    const outcome = await ask(await start(), { protocol })
    expect(outcome.error).toBeNull()
    const { text, usage, ends, finish } = summaryOf(outcome)
    expect([text.length > 20, ends]).toEqual([true, 1])
    const reasons = { responses: 'completed', messages: 'end_turn', complete: 'stop_sequence' }
    expect(finish).toBe(new Map(Object.entries(reasons)).get(protocol) ?? 'stop')
    const kinds = outcome.parts.map(({ kind }) => kind)
    expect(kinds).toContain('served-model')
    expect(kinds).toContain('answer-id')
    const read = readUsage(usageApiOf(protocol), usage)
    if (protocol === 'complete') return expect(read).toBeNull()
    const { promptTokens, answerTokens, totalTokens } = read ?? {}
    expect(promptTokens).toBeGreaterThan(0)
    expect(totalTokens).toBe((promptTokens ?? 0) + (answerTokens ?? 0))
  })

  it('is as long as its limit allows, where there is one', async () => {
    const outcome = await ask(await start(), { protocol, parameters: { maxCompletionTokens: 3 } })
    expect(outcome.error).toBeNull()
    const { finish } = summaryOf(outcome)
    const limited = ['chat', 'deferred', 'completions'].includes(protocol) ? 'length' : null
    const named = {
      responses: 'max_output_tokens',
      messages: 'max_tokens',
      complete: 'max_tokens',
      segmind: 'stop',
    }
    expect(finish).toBe(limited ?? new Map(Object.entries(named)).get(protocol))
  })

  it.each(['cut', 'destroy', 'error-event', 'stall'] as const)(
    'is kept and never complete after %s',
    async (kind) => {
      if (protocol === 'deferred' || protocol === 'segmind') return
      const api = await start({ faults: [{ kind, afterEvents: 8 }], pacing: 'none' })
      const stream = createStreamChat(portsFor({ limits: { idleMs: kind === 'stall' ? 500 : 30_000 } }))
      const outcome: Outcome = { parts: [], error: null }
      const request = { ...asking(model, 'Hello there!'), protocol, signal: new AbortController().signal }
      try {
        const target = demoTarget({ baseUrl: api.baseUrl, key: api.key })
        for await (const part of stream(target, request)) outcome.parts.push(part)
      } catch (error) {
        outcome.error = error
      }
      const codes = { cut: 'cut-off', destroy: 'cut-off', 'error-event': 'unavailable', stall: 'timed-out' }
      expect(failureIn(outcome.error).code).toBe(codes[kind])
      expect(summaryOf(outcome)).toMatchObject({ ends: 0, text: expect.stringMatching(/./) })
    },
  )
})

describe('tools', () => {
  const tools = [
    { name: 'weather', parameters: { type: 'object', properties: { city: { type: 'string' } } } },
  ]
  const question = asking(model, 'How is the weather in Zürich?').turns

  it.each(['chat', 'responses', 'messages', 'deferred'] as const)(
    'are called in %s, and their results answered',
    async (protocol) => {
      const api = await start()
      const asked = await ask(api, { protocol, turns: question, parameters: { tools } })
      expect(asked.error).toBeNull()
      const call = joinedCall(asked)
      expect(call).toEqual({ id: expect.any(String), name: 'weather', arguments: '{"city":"Zürich"}' })
      const turns = [
        ...question,
        {
          role: 'assistant' as const,
          parts: [
            {
              ...{ kind: 'tool-call' as const, name: 'weather' },
              id: call.id ?? '',
              arguments: call.arguments,
            },
          ],
        },
        {
          role: 'tool' as const,
          parts: [{ kind: 'tool-result' as const, callId: call.id ?? '', text: '12 °C' }],
        },
      ]
      const answered = await ask(api, { protocol, turns, parameters: { tools } })
      expect(answered.error).toBeNull()
      expect(callsIn(answered)).toEqual([])
      expect(summaryOf(answered).text).not.toBe('')
    },
  )

  it('come whole in chat, in pieces in the other two', async () => {
    const api = await start()
    const pieces = async (protocol: Protocol) =>
      callsIn(await ask(api, { protocol, turns: question, parameters: { tools } })).length
    expect([await pieces('chat'), (await pieces('responses')) > 2, (await pieces('messages')) > 2]).toEqual([
      ...[1, true, true],
    ])
  })
})

describe('parameters', () => {
  const schema = {
    type: 'object',
    properties: { score: { type: 'integer' }, tags: { type: 'array', items: { type: 'string' } } },
  }

  it.each(['chat', 'responses'] as const)(
    'make %s answer in the JSON that a schema asks for',
    async (protocol) => {
      const responseFormat = { kind: 'json-schema', name: 'rating', schema } as const
      const outcome = await ask(await start(), { protocol, parameters: { responseFormat } })
      expect(JSON.parse(summaryOf(outcome).text)).toEqual({ score: 1, tags: [expect.any(String)] })
    },
  )

  it.each(['chat', 'completions'] as const)('make %s give several choices, mixed', async (protocol) => {
    const { turns } = asking(model, 'What is a token?')
    const outcome = await ask(await start(), { protocol, turns, parameters: { n: 2 } })
    expect(outcome.error).toBeNull()
    const texts = [summaryOf(outcome).text, summaryOf(outcome, 1).text]
    expect(new Set(texts).size).toBe(2)
    const order = outcome.parts.flatMap((part) => (part.kind === 'text' ? [part.choice] : []))
    expect(order.slice(0, 4)).toEqual([0, 1, 0, 1])
    expect(outcome.parts.filter(({ kind }) => kind === 'choice-end')).toHaveLength(2)
  })

  it('that the model refuses are told by name', async () => {
    const refused = async (options: DemoOptions, request: Partial<AnswerRequest>) => {
      const { error } = await ask(await start(options), request)
      return refusedParameter(failureIn(error))
    }
    const penalty = { parameters: { presencePenalty: 1 } }
    expect(await refused({ era: 'B' }, { model: 'grok-3', ...penalty })).toBe('presencePenalty')
    expect(await refused({}, { model: 'grok-4.7', parameters: { stop: ['x'] } })).toBe('stop')
    const effort = { parameters: { reasoningEffort: 'low' } }
    expect(await refused({}, { model: 'grok-build-0.1', ...effort })).toBe('reasoningEffort')
    expect(await refused({ era: 'B' }, { model: 'grok-4', ...effort })).toBe('reasoningEffort')
  })

  it('choose the tier, which the answer names', async () => {
    const outcome = await ask(await start(), { parameters: { serviceTier: 'priority' } })
    expect(outcome.parts).toContainEqual({ kind: 'service-tier', tier: 'priority' })
  })
})

describe('a protocol that the server does not have', () => {
  it('is a route that is not found', async () => {
    const { error } = await ask(await start({ era: 'A' }), { protocol: 'responses', model: 'grok-2' })
    expect(failureIn(error)).toMatchObject({ code: 'route-not-found', status: 404 })
  })
})

describe('content that the protocol has no form for', () => {
  it.each(['completions', 'complete', 'segmind'] as const)(
    'keeps a request in %s from leaving',
    async (protocol) => {
      const api = await start()
      const image = { kind: 'image', type: 'image/png', base64: 'aGk=', detail: null } as const
      const { error, parts } = await ask(api, { protocol, turns: [{ role: 'user', parts: [image] }] })
      expect([failureIn(error).code, parts, api.requests]).toEqual(['invalid-request', [], []])
    },
  )
})

describe('what an answer costs', () => {
  const dear = 'grok-4.3'
  const priced = async (api: Awaited<ReturnType<typeof start>>, protocol: Protocol, asked: string) => {
    const { body } = await createWire(portsFor()).json(demoTarget({ baseUrl: api.baseUrl, key: api.key }), {
      path: '/v1/language-models',
      method: 'GET',
    })
    const entry = parseLanguageModels(body).models.find(({ id }) => id === asked)
    const serviceTier = protocol === 'chat' ? 'priority' : 'default'
    const outcome = await ask(api, { protocol, model: asked, parameters: { serviceTier } })
    expect(outcome.error).toBeNull()
    const usage = readUsage(usageApiOf(protocol), summaryOf(outcome).usage)
    if (entry === undefined || usage === null) throw new Error('nothing to price')
    return { usage, cost: costOf(usage, ratesOf(entry), { serviceTier }) }
  }

  it.each([
    ['chat', dear],
    ['deferred', dear],
    ['responses', dear],
    ['completions', model],
  ] as const)('in %s is the bill to the tick, reasoning counted once', async (protocol, asked) => {
    const api = await start()
    const named = protocol === 'completions' ? 'grok-4.20-0309-non-reasoning' : asked
    for (const warm of [false, true]) {
      const { usage, cost } = await priced(api, protocol, named)
      expect([cost.complete, cost.total]).toEqual([true, usage.billed])
      expect((usage.cachedTokens ?? 0) > 0).toBe(warm)
      if (protocol !== 'completions') expect(usage.reasoningTokens).toBeGreaterThan(0)
    }
  })

  it.each(['A', 'B', 'C'] as const)('is known in every protocol of era %s that tells usage', async (era) => {
    const api = await start({ era })
    const name = { A: 'grok-2-1212', B: 'grok-3', C: 'grok-4.20-0309-non-reasoning' }[era]
    for (const protocol of Protocol.options) {
      if (protocol === 'complete' || protocol === 'segmind' || (era === 'A' && protocol === 'responses'))
        continue
      const outcome = await ask(api, { protocol, model: name })
      expect(outcome.error, protocol).toBeNull()
      const usage = readUsage(usageApiOf(protocol), summaryOf(outcome).usage)
      const { promptTokens, billedOutputTokens, totalTokens, billed } = usage ?? {}
      expect(totalTokens, protocol).toBe((promptTokens ?? 0) + (billedOutputTokens ?? 0))
      expect(billed !== null, protocol).toBe(era === 'C' && protocol !== 'messages')
    }
  })
})
