import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { DemoApi } from '../../../../electron/demo/demo-api.ts'
import { sampleValue } from '../../../../electron/demo/sample-value.ts'
import { chat, countOf, get, objectOf, post, say } from './demo-client.ts'
import { demoPerTest } from './demo-per-test.ts'

const start = demoPerTest()
const model = 'grok-4.20-non-reasoning'
const parameters = { type: 'object', properties: { place: { type: 'string' }, days: { type: 'integer' } } }
const tools = [{ type: 'function', function: { name: 'forecast', parameters } }]

const Called = z.object({
  choices: z.array(
    z.object({
      message: z.object({
        content: z.string(),
        tool_calls: z.array(
          z.object({ id: z.string(), function: z.object({ name: z.string(), arguments: z.string() }) }),
        ),
      }),
      finish_reason: z.literal('tool_calls'),
    }),
  ),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }),
})

describe('a request with tools', () => {
  it('is answered with a call that fits the schema and is billed by its words', async () => {
    const api = await start()
    const messages = say('Will it rain in Lugano?')
    const { choices, usage } = Called.parse(await objectOf(chat(api, { model, messages, tools })))
    const call = choices[0]?.message.tool_calls[0]?.function
    expect(JSON.parse(call?.arguments ?? '')).toEqual({ place: 'Lugano', days: 1 })
    expect(usage.completion_tokens).toBe(await countOf(api, model, `${call?.name} ${call?.arguments}`))
    const without = await objectOf(chat(api, { model, messages }))
    expect(usage.prompt_tokens).toBeGreaterThan(
      z.object({ prompt_tokens: z.number() }).parse(without['usage']).prompt_tokens,
    )
  })

  it('is not refused for a model that reads only text, in the era that had them', async () => {
    const api = await start({ era: 'A' })
    const asked = {
      role: 'assistant',
      content: 'A',
      tool_calls: [{ id: 'c', function: { name: 'f', arguments: '{}' } }],
    }
    const messages = [...say('Hi'), asked, { role: 'tool', tool_call_id: 'c', content: '' }]
    expect((await chat(api, { model: 'grok-2', messages, tools })).status).toBe(200)
  })
})

describe('sampleValue', () => {
  it.each([
    [{ enum: ['b', 'a'] }, 'b'],
    [{ const: 7 }, 7],
    [{ type: ['integer', 'null'], minimum: 3 }, 3],
    [{ anyOf: [{ type: 'boolean' }] }, true],
    [{ type: 'array', minItems: 2, items: { type: 'string' } }, ['w', 'w']],
    [{ type: 'object' }, {}],
    ['no schema', 'w'],
  ])('of %j is %j', (schema, value) => {
    expect(sampleValue(schema, 'w')).toEqual(value)
  })

  it('ends for a schema that never does', () => {
    const deep: Record<string, unknown> = { type: 'array' }
    deep['items'] = deep
    expect(JSON.stringify(sampleValue(deep, 'w')).length).toBeLessThan(100)
  })
})

describe('a kept response', () => {
  const make = async (api: DemoApi, more: object = {}) =>
    z.string().parse((await objectOf(post(api, '/v1/responses', { model, input: 'Hi', ...more })))['id'])
  const at = (api: DemoApi, id: string, method: string) =>
    fetch(`${api.baseUrl}/v1/responses/${id}`, { method, headers: { authorization: `Bearer ${api.key}` } })

  it('can be read until it is deleted', async () => {
    const api = await start()
    const id = await make(api)
    expect(await objectOf(get(api, `/v1/responses/${id}`))).toMatchObject({ id, status: 'completed' })
    expect(await (await at(api, id, 'DELETE')).json()).toEqual({ id, object: 'response', deleted: true })
    expect([(await at(api, id, 'GET')).status, (await at(api, id, 'DELETE')).status]).toEqual([404, 404])
  })

  it('is not kept when it was asked not to be, and never shown without the key', async () => {
    const api = await start()
    const id = await make(api, { store: false })
    expect((await at(api, id, 'GET')).status).toBe(404)
    const other = await make(api)
    expect((await fetch(`${api.baseUrl}/v1/responses/${other}`)).status).toBe(401)
    expect((await at(api, other, 'PATCH')).status).toBe(405)
  })
})

describe('Segmind’s address', () => {
  it('takes messages and the key in its own header, and counts credits down', async () => {
    const api = await start()
    const ask = () =>
      post(api, '/v1/grok-2', { messages: say('Hi') }, { authorization: '', 'x-api-key': api.key })
    const [first, second] = [await ask(), await ask()]
    expect(await first.json()).toMatchObject({ model: 'grok-2', choices: [{ finish_reason: 'stop' }] })
    const left = [first, second].map(({ headers }) => Number(headers.get('x-remaining-credits')))
    expect((left[0] ?? 0) > (left[1] ?? 0)).toBe(true)
  })
})
