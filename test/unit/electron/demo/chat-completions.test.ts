import { describe, expect, it } from 'vitest'
import { type Chunk, chat, chunksOf, completionOf, countOf, say } from './demo-client.ts'
import { demoPerTest } from './demo-per-test.ts'

const start = demoPerTest()

function textOf(chunks: readonly Chunk[], index = 0): string {
  const mine = chunks.flatMap((chunk) => chunk.choices).filter((choice) => choice.index === index)
  return mine.map((choice) => choice.delta.content ?? '').join('')
}

describe('a plain chat completion', () => {
  it('counts the tokens of every message and the hidden ones, and its own answer', async () => {
    const api = await start()
    const messages = [{ role: 'system', content: 'Be brief, please.' }, ...say('What is a token? 😀')]
    const model = 'grok-4.3'
    const answer = await completionOf(chat(api, { model, messages }))
    const sent = await Promise.all(messages.map((message) => countOf(api, model, message.content)))
    const hidden = api.catalog.models.find((one) => one.id === model)?.hiddenPromptTokens ?? Number.NaN
    expect(answer.usage.prompt_tokens).toBe(sent.reduce((sum, count) => sum + count, hidden))
    const [choice] = answer.choices
    expect(answer.usage.completion_tokens).toBe(await countOf(api, model, choice?.message.content ?? ''))
    const reasoning = answer.usage.completion_tokens_details?.reasoning_tokens
    expect(reasoning).toBe(await countOf(api, model, choice?.message.reasoning_content ?? ''))
    expect(reasoning).toBeGreaterThan(0)
  })

  it('puts reasoning on top of the answer in the total', async () => {
    const { usage } = await completionOf(chat(await start(), { model: 'grok-4.7' }))
    const reasoning = usage.completion_tokens_details?.reasoning_tokens ?? Number.NaN
    expect(usage.total_tokens).toBe(usage.prompt_tokens + usage.completion_tokens + reasoning)
  })

  it('names the model it used today, and the name asked for in early 2025', async () => {
    const today = await completionOf(chat(await start(), { model: 'grok-latest' }))
    expect([today.model, today.service_tier]).toEqual(['grok-4.3', 'default'])
    const early = await completionOf(chat(await start({ era: 'A' }), { model: 'grok-2-latest' }))
    expect(early.model).toBe('grok-2-latest')
    expect(early.usage).not.toHaveProperty('completion_tokens_details')
    expect(early.usage).not.toHaveProperty('cost_in_usd_ticks')
    expect(early).not.toHaveProperty('service_tier')
  })

  it('hides the reasoning of grok-4 but bills it', async () => {
    const answer = await completionOf(chat(await start({ era: 'B' }), { model: 'grok-4' }))
    expect(answer.choices[0]?.message).not.toHaveProperty('reasoning_content')
    expect(answer.usage.completion_tokens_details?.reasoning_tokens).toBeGreaterThan(0)
  })

  it('reasons longer at a higher effort and not at all at none', async () => {
    const api = await start()
    const tokens = async (effort: string): Promise<number | undefined> => {
      const body = { model: 'grok-4.3', reasoning_effort: effort }
      return (await completionOf(chat(api, body))).usage.completion_tokens_details?.reasoning_tokens
    }
    expect(await tokens('none')).toBe(0)
    expect(await tokens('low')).toBeLessThan((await tokens('high')) ?? 0)
  })

  it('cuts the visible text at the limit and says length', async () => {
    const body = { model: 'grok-4.7', max_completion_tokens: 7 }
    const { choices, usage } = await completionOf(chat(await start(), body))
    expect([choices[0]?.finish_reason, usage.completion_tokens]).toEqual(['length', 7])
    expect(usage.completion_tokens_details?.reasoning_tokens).toBeGreaterThan(7)
  })

  it('ends before a stop sequence', async () => {
    const api = await start()
    const model = 'grok-4.20-non-reasoning'
    const whole = (await completionOf(chat(api, { model }))).choices[0]?.message.content ?? ''
    const stop = whole.slice(12, 17)
    const cut = await completionOf(chat(api, { model, stop: [stop, 'never there'] }))
    expect(cut.choices[0]?.message.content).toBe(whole.slice(0, whole.indexOf(stop)))
    expect(cut.choices[0]?.finish_reason).toBe('stop')
  })

  it('gives as many choices as asked for and adds up their tokens', async () => {
    const api = await start()
    const model = 'grok-4.20-non-reasoning'
    const answer = await completionOf(chat(api, { model, n: 3 }))
    expect(answer.choices.map((choice) => choice.index)).toEqual([0, 1, 2])
    const counts = await Promise.all(answer.choices.map((one) => countOf(api, model, one.message.content)))
    expect(answer.usage.completion_tokens).toBe(counts.reduce((sum, count) => sum + count, 0))
  })

  it.each([
    ['Hello!', 10, 80, /demo|Hello/],
    ['What does caching save?', 40, 400, /billed/],
    ['Write a python function', 40, 400, /```python\n/],
    ['Give me a list of tips', 40, 400, /\| --- \|/],
    ['Write a long essay about tides', 300, 900, /^# .*\n[\s\S]*^## /m],
  ])('answers %j with something fitting', async (prompt, least, most, shape) => {
    const { choices, usage } = await completionOf(
      chat(await start(), { model: 'grok-4.7', messages: say(prompt) }),
    )
    expect(choices[0]?.message.content).toMatch(shape)
    expect(usage.completion_tokens).toBeGreaterThanOrEqual(least)
    expect(usage.completion_tokens).toBeLessThanOrEqual(most)
  })

  it('sends the headers of an answer, which no list and no error has', async () => {
    const api = await start()
    const names = [
      'x-request-id',
      'x-ratelimit-limit-requests',
      'x-ratelimit-remaining-tokens',
      'x-metrics-ttft-ms',
    ]
    const answer = await chat(api, { model: 'grok-4.7' })
    for (const name of names) expect(answer.headers.get(name)).toMatch(/./)
    const refused = await chat(api, { model: 'grok-9' })
    for (const name of names) expect(refused.headers.get(name)).toBeNull()
  })
})

describe('a streamed chat completion', () => {
  it.each([
    ['A', 'grok-2'],
    ['B', 'grok-3-mini'],
    ['C', 'grok-4.7'],
  ] as const)('says the same as the plain one in era %s', async (era, model) => {
    const body = { model, messages: say('Explain tokens, please 😀 漢字') }
    const plain = await completionOf(chat(await start({ era }), body))
    const streaming = { ...body, stream: true, stream_options: { include_usage: true } }
    const chunks = await chunksOf(chat(await start({ era }), streaming))
    expect(textOf(chunks)).toBe(plain.choices[0]?.message.content)
    expect(chunks.findLast((chunk) => chunk.usage !== undefined)?.usage).toEqual(plain.usage)
  })

  it('repeats role and cumulative usage in every chunk of era A, finish on the last', async () => {
    const chunks = await chunksOf(chat(await start({ era: 'A' }), { model: 'grok-2', stream: true }))
    expect(chunks.every((chunk) => chunk.choices[0]?.delta.role === 'assistant')).toBe(true)
    const counts = chunks.map((chunk) => chunk.usage?.completion_tokens ?? Number.NaN)
    expect(counts).toEqual(counts.map((_, at) => at + 1))
    expect(chunks.map((chunk) => chunk.choices[0]?.finish_reason).filter(Boolean)).toEqual(['stop'])
    expect(chunks.at(-1)?.choices[0]).toMatchObject({
      finish_reason: 'stop',
      delta: { content: expect.any(String) },
    })
  })

  it.each(['B', 'C'] as const)('has no usage in era %s unless asked for', async (era) => {
    const model = era === 'B' ? 'grok-3' : 'grok-4.7'
    const chunks = await chunksOf(chat(await start({ era }), { model, stream: true }))
    expect(chunks.some((chunk) => chunk.usage !== undefined)).toBe(false)
    expect(chunks.filter((chunk) => chunk.choices[0]?.delta.role !== undefined)).toHaveLength(1)
    expect(chunks.at(-1)?.choices[0]).toEqual({ index: 0, delta: {}, finish_reason: 'stop' })
  })

  it('ends era C with a chunk without choices that holds the cost', async () => {
    const body = { model: 'grok-4.7', stream: true, stream_options: { include_usage: true } }
    const chunks = await chunksOf(chat(await start(), body))
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { cost_in_usd_ticks: expect.any(Number) } })
    expect(chunks.every((chunk) => chunk.service_tier === 'default')).toBe(true)
    const first = chunks.findIndex((chunk) => chunk.choices[0]?.delta.content !== undefined)
    const lastThought = chunks.findLastIndex(
      (chunk) => chunk.choices[0]?.delta.reasoning_content !== undefined,
    )
    expect(lastThought).toBe(first - 1)
  })

  it('streams every choice', async () => {
    const body = { model: 'grok-4.20-non-reasoning', n: 2 }
    const plain = await completionOf(chat(await start(), body))
    const chunks = await chunksOf(chat(await start(), { ...body, stream: true }))
    for (const { index, message } of plain.choices) expect(textOf(chunks, index)).toBe(message.content)
  })
})

describe('the same requests', () => {
  it('have the same answers from two servers, byte for byte', async () => {
    const body = { model: 'grok-4.7', messages: say('Compare the two, in a table') }
    const run = async (): Promise<string[]> => {
      const api = await start()
      const texts: string[] = []
      for (const stream of [false, true, false])
        texts.push(await (await chat(api, { ...body, stream })).text())
      return texts
    }
    expect(await run()).toEqual(await run())
  })

  it('have different ids when ids are unique', async () => {
    const api = await start({ ids: 'unique' })
    const one = await completionOf(chat(api, { model: 'grok-4.7' }))
    const other = await completionOf(chat(api, { model: 'grok-4.7' }))
    expect(one.id).not.toBe(other.id)
  })
})
