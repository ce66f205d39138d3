import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Completion, completionOf, countOf, eventsOf, get, objectOf, post, say } from './demo-client.ts'
import { demoPerTest } from './demo-per-test.ts'

const start = demoPerTest()

const ResponseObject = z.object({
  status: z.string(),
  output: z.array(
    z.object({
      type: z.string(),
      content: z.array(z.object({ text: z.string() })).optional(),
      summary: z.array(z.object({ text: z.string() })).optional(),
    }),
  ),
  usage: z.object({
    input_tokens: z.number(),
    input_tokens_details: z.object({ cached_tokens: z.number() }),
    output_tokens: z.number(),
    output_tokens_details: z.object({ reasoning_tokens: z.number() }),
    total_tokens: z.number(),
    cost_in_usd_ticks: z.number(),
  }),
})
const ResponseEvent = z.object({
  type: z.string(),
  sequence_number: z.number(),
  delta: z.string().optional(),
  response: z.unknown().optional(),
})

describe('/v1/responses', () => {
  const body = { model: 'grok-4.7', input: 'What is a token?' }

  it('has the reasoning inside output_tokens, and charges for it once', async () => {
    const api = await start()
    const { usage, output } = ResponseObject.parse(await objectOf(post(api, '/v1/responses', body)))
    const text = output.at(-1)?.content?.[0]?.text ?? ''
    const thought = output[0]?.summary?.[0]?.text ?? ''
    const visible = await countOf(api, body.model, text)
    expect(usage.output_tokens_details.reasoning_tokens).toBe(await countOf(api, body.model, thought))
    expect(usage.output_tokens).toBe(visible + usage.output_tokens_details.reasoning_tokens)
    expect(usage.total_tokens).toBe(usage.input_tokens + usage.output_tokens)
    expect(usage.cost_in_usd_ticks).toBe(usage.input_tokens * 20_000 + usage.output_tokens * 60_000)
  })

  it('reads a list of messages and instructions like the chat endpoint does', async () => {
    const api = await start()
    const input = [{ role: 'user', content: [{ type: 'input_text', text: 'Hello' }] }]
    const made = await objectOf(post(api, '/v1/responses', { ...body, input, instructions: 'Be brief.' }))
    const messages = [{ role: 'system', content: 'Be brief.' }, ...say('Hello')]
    const asked = await completionOf(post(api, '/v1/chat/completions', { model: body.model, messages }))
    expect(ResponseObject.parse(made).usage.input_tokens).toBe(asked.usage.prompt_tokens)
  })

  it('streams named, numbered events up to response.completed, without [DONE]', async () => {
    const events = await eventsOf(post(await start(), '/v1/responses', { ...body, stream: true }))
    const read = events.map((event) => ResponseEvent.parse(JSON.parse(event.data)))
    expect(read.map((event) => event.type)).toEqual(events.map((event) => event.name))
    expect(read.map((event) => event.sequence_number)).toEqual(read.map((_, at) => at))
    expect([read[0]?.type, read.at(-1)?.type]).toEqual(['response.created', 'response.completed'])
    const plain = ResponseObject.parse(await objectOf(post(await start(), '/v1/responses', body)))
    const final = ResponseObject.parse(read.at(-1)?.response)
    expect(final.usage).toEqual(plain.usage)
    const deltas = read.filter((event) => event.type === 'response.output_text.delta')
    expect(deltas.map((event) => event.delta).join('')).toBe(plain.output.at(-1)?.content?.[0]?.text)
  })

  it('is incomplete when the limit cut it', async () => {
    const cut = await objectOf(post(await start(), '/v1/responses', { ...body, max_output_tokens: 3 }))
    expect(cut).toMatchObject({ status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } })
  })
})

describe('/v1/messages', () => {
  const body = { model: 'grok-4.20-non-reasoning', max_tokens: 400, messages: say('Hello') }
  const Message = z.object({
    type: z.literal('message'),
    content: z.array(z.object({ type: z.literal('text'), text: z.string() })),
    stop_reason: z.string(),
    usage: z.object({
      input_tokens: z.number(),
      cache_read_input_tokens: z.number(),
      output_tokens: z.number(),
    }),
  })

  it('answers in the Anthropic form, to either way of giving the key', async () => {
    const api = await start()
    const headers = { authorization: '', 'x-api-key': api.key }
    const message = Message.parse(await objectOf(post(api, '/v1/messages', body, headers)))
    expect(message.stop_reason).toBe('end_turn')
    expect(message.usage.output_tokens).toBe(await countOf(api, body.model, message.content[0]?.text ?? ''))
    const again = Message.parse(await objectOf(post(api, '/v1/messages', body)))
    expect(again.usage.cache_read_input_tokens).toBeGreaterThan(0)
    expect(again.usage.input_tokens + again.usage.cache_read_input_tokens).toBe(message.usage.input_tokens)
  })

  it('streams the published sequence', async () => {
    const events = await eventsOf(
      post(await start(), '/v1/messages', { ...body, max_tokens: 2, stream: true }),
    )
    expect(events.map((event) => event.name)).toEqual([
      'message_start',
      'content_block_start',
      'ping',
      'content_block_delta',
      'content_block_delta',
      'content_block_stop',
      'message_delta',
      'message_stop',
    ])
    expect(JSON.parse(events.at(-2)?.data ?? '')).toMatchObject({
      delta: { stop_reason: 'max_tokens', stop_sequence: null },
      usage: { output_tokens: 2 },
    })
  })

  it('names the stop sequence that ended it', async () => {
    const answer = await objectOf(post(await start(), '/v1/messages', { ...body, stop_sequences: [','] }))
    expect(answer).toMatchObject({ stop_reason: 'stop_sequence', stop_sequence: ',' })
  })
})

describe('/v1/completions and /v1/complete', () => {
  const model = 'grok-4.20-non-reasoning'
  const TextCompletion = z.object({
    object: z.literal('text_completion'),
    choices: z.array(z.object({ text: z.string(), finish_reason: z.string().optional() })),
  })

  it('completes plainly and as a stream with the same text', async () => {
    const body = { model, prompt: '1, 2, 3, 4, ', max_tokens: 12 }
    const plain = TextCompletion.parse(await objectOf(post(await start(), '/v1/completions', body)))
    const events = await eventsOf(post(await start(), '/v1/completions', { ...body, stream: true }))
    expect(events.at(-1)?.data).toBe('[DONE]')
    const chunks = events.slice(0, -1).map((event) => TextCompletion.parse(JSON.parse(event.data)))
    expect(chunks.map((chunk) => chunk.choices[0]?.text).join('')).toBe(plain.choices[0]?.text)
    expect(plain.choices[0]?.finish_reason).toBe('length')
  })

  it('gives three counts in early 2025', async () => {
    const body = { model: 'grok-2', prompt: 'Hello' }
    const { usage } = await objectOf(post(await start({ era: 'A' }), '/v1/completions', body))
    expect(Object.keys(Object(usage))).toEqual(['prompt_tokens', 'completion_tokens', 'total_tokens'])
  })

  it('refuses a reasoning model', async () => {
    const answer = await post(await start(), '/v1/completions', { model: 'grok-4.7', prompt: 'Hello' })
    expect(answer.status).toBe(400)
  })

  it('tells no usage in the oldest form, and ends it with the reason', async () => {
    const body = { model, prompt: 'Hello', max_tokens_to_sample: 4 }
    const plain = await objectOf(post(await start(), '/v1/complete', body))
    expect(Object.keys(plain)).toEqual(['type', 'id', 'completion', 'stop_reason', 'model'])
    const events = await eventsOf(post(await start(), '/v1/complete', { ...body, stream: true }))
    const pieces = events.map((event) => z.object({ completion: z.string() }).parse(JSON.parse(event.data)))
    expect(pieces.map((piece) => piece.completion).join('')).toBe(plain['completion'])
    expect(JSON.parse(events.at(-1)?.data ?? '')).toMatchObject({ stop_reason: 'max_tokens' })
  })
})

describe('a deferred answer', () => {
  it('is pending once, there once, and then gone', async () => {
    const api = await start()
    const body = { model: 'grok-4.7', deferred: true, messages: say('Hello') }
    const { request_id: id } = await objectOf(post(api, '/v1/chat/completions', body))
    const look = (): Promise<Response> => get(api, `/v1/chat/deferred-completion/${String(id)}`)
    const pending = await look()
    expect([pending.status, await pending.text()]).toEqual([202, ''])
    expect(Completion.parse(await (await look()).json()).id).toBe(id)
    expect((await look()).status).toBe(404)
  })
})
