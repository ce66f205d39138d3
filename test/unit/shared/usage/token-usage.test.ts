import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readUsage, type UsageApi } from '../../../../shared/usage/token-usage.ts'
import { TokenUsage } from '../../../../shared/usage/usage-schema.ts'

const openAi = (prompt: unknown, cached: unknown, output: unknown, reasoning: unknown, total?: unknown) => ({
  prompt_tokens: prompt,
  completion_tokens: output,
  total_tokens: total,
  prompt_tokens_details: { cached_tokens: cached, image_tokens: 0 },
  completion_tokens_details: { reasoning_tokens: reasoning },
})

describe('readUsage of chat', () => {
  it('puts reasoning on top of the completion (captured, reference 5.1)', () => {
    const raw = { ...openAi(12, 2, 1, 228, 241), num_sources_used: 0, cost_in_usd_ticks: 1_176_500 }
    expect(readUsage('chat', raw)).toEqual({
      promptTokens: 12,
      cachedTokens: 2,
      imageTokens: 0,
      answerTokens: 1,
      reasoningTokens: 228,
      billedOutputTokens: 229,
      totalTokens: 241,
      sources: 0,
      serverToolCalls: null,
      billed: 1_176_500n,
    })
  })

  it('reads an answer of early 2025, which tells less', () => {
    const body = {
      model: 'grok-2-latest',
      usage: { prompt_tokens: 15, completion_tokens: 10, total_tokens: 25 },
    }
    expect(readUsage('chat', body)).toMatchObject({
      promptTokens: 15,
      cachedTokens: null,
      answerTokens: 10,
      reasoningTokens: null,
      billedOutputTokens: 10,
      billed: null,
    })
  })

  it.each([
    // [prompt, cached, output, reasoning, total] -> [whole prompt, cached, billed output]
    ['the prompt leaves cached tokens out, as the total shows', [10, 90, 5, 0, 105], [100, 90, 5]],
    ['the same with fewer cached than prompt tokens', [50, 20, 5, 7, 82], [70, 20, 12]],
    ['more cached than prompt tokens and no total', [10, 90, 5, 0, undefined], [100, 90, 5]],
    ['more cached than prompt tokens although the prompt fits the total', [10, 90, 5, 0, 15], [10, 10, 5]],
    ['more cached than prompt tokens and nothing fits', [10, 90, 5, 0, 999], [10, 10, 5]],
    ['nothing fits', [10, 5, 5, 3, 999], [10, 5, 8]],
    ['a proxy put reasoning inside the completion', [12, 2, 229, 228, 241], [12, 2, 229]],
    ['reasoning that is too much to be inside', [12, 2, 1, 228, 13], [12, 2, 229]],
  ])('follows what adds up: %s', (_, [prompt, cached, output, reasoning, total], whole) => {
    const usage = readUsage('chat', openAi(prompt, cached, output, reasoning, total))
    expect([usage?.promptTokens, usage?.cachedTokens, usage?.billedOutputTokens]).toEqual(whole)
    expect(usage?.answerTokens).toBe((usage?.billedOutputTokens ?? 0) - Number(reasoning))
  })

  it.each([
    // [prompt, cached, output, total] -> [whole prompt, reasoning, billed output]
    ['what prompt and completion leave of the total is reasoning', [12, undefined, 1, 241], [12, 228, 229]],
    ['nothing is left', [12, undefined, 1, 13], [12, null, 1]],
    ['what is left is the cached part', [10, 90, 5, 105], [100, null, 5]],
    ['the total is too small', [12, undefined, 5, 3], [12, null, 5]],
  ])('of which reasoning is not told: %s', (_, [prompt, cached, output, total], whole) => {
    const usage = readUsage('chat', openAi(prompt, cached, output, undefined, total))
    expect([usage?.promptTokens, usage?.reasoningTokens, usage?.billedOutputTokens]).toEqual(whole)
    expect(usage?.answerTokens).toBe(output)
  })

  it.each([-1, 0.5, Number.NaN, 1e308, '12', true, null, [], {}])('takes the count %j for unknown', (bad) => {
    expect(readUsage('chat', openAi(bad, bad, 7, bad))).toMatchObject({
      promptTokens: null,
      cachedTokens: null,
      reasoningTokens: null,
      billedOutputTokens: 7,
      totalTokens: null,
    })
  })

  it.each([
    [1_176_500, 1_176_500n],
    ['1176500', 1_176_500n],
    [0, 0n],
    [-1, null],
    [0.5, null],
    [1e308, null],
    [2 ** 53, null],
    ['1e3', null],
    [Number.NaN, null],
    [undefined, null],
  ])('reads a bill of %j', (cost, billed) => {
    expect(readUsage('chat', { prompt_tokens: 1, cost_in_usd_ticks: cost })?.billed).toBe(billed)
  })
})

describe('readUsage of responses', () => {
  const raw = (output: number, reasoning: number, total: number) => ({
    input_tokens: 197,
    input_tokens_details: { cached_tokens: 192 },
    output_tokens: output,
    output_tokens_details: { reasoning_tokens: reasoning },
    total_tokens: total,
    num_server_side_tools_used: 2,
  })

  it('takes reasoning out of the output (captured, reference 6.3)', () => {
    expect(readUsage('responses', raw(101, 100, 298))).toMatchObject({
      promptTokens: 197,
      cachedTokens: 192,
      answerTokens: 1,
      reasoningTokens: 100,
      billedOutputTokens: 101,
      serverToolCalls: 2,
    })
  })

  it('puts it on top where only that adds up', () => {
    expect(readUsage('responses', raw(1, 100, 298))).toMatchObject({
      answerTokens: 1,
      billedOutputTokens: 101,
    })
  })

  it('counts tool calls by kind where their number is missing', () => {
    const details = { web_search_calls: 2, x_search_calls: 1 }
    expect(
      readUsage('responses', { input_tokens: 1, server_side_tool_usage_details: details }),
    ).toMatchObject({
      serverToolCalls: 3,
    })
  })
})

describe('readUsage of the other endpoints', () => {
  it('adds cached and written tokens to the input of messages', () => {
    const usage = {
      input_tokens: 9,
      cache_creation_input_tokens: 20,
      cache_read_input_tokens: 100,
      output_tokens: 10,
    }
    expect(readUsage('messages', { type: 'message', usage })).toMatchObject({
      promptTokens: 129,
      cachedTokens: 100,
      answerTokens: 10,
      reasoningTokens: null,
      billedOutputTokens: 10,
      totalTokens: 139,
    })
  })

  it('reads completions', () => {
    const raw = { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 }
    expect(readUsage('completions', raw)).toMatchObject({
      promptTokens: 12,
      answerTokens: 3,
      totalTokens: 15,
    })
  })

  it('knows nothing of an answer of complete, which has no usage (reference 6.2)', () => {
    expect(readUsage('complete', { type: 'completion', completion: 'Hi', model: 'grok-2-latest' })).toBeNull()
  })
})

const apis: readonly UsageApi[] = ['chat', 'responses', 'messages', 'completions', 'complete']
const odd = fc.oneof(fc.anything(), fc.nat(), fc.constantFrom(-1, 1e308, '7', null, {}))
const part = fc.record({ cached_tokens: odd, reasoning_tokens: odd, image_tokens: odd }, { requiredKeys: [] })
const oddUsage = fc.record(
  {
    prompt_tokens: odd,
    completion_tokens: odd,
    input_tokens: odd,
    output_tokens: odd,
    total_tokens: odd,
    cache_read_input_tokens: odd,
    prompt_tokens_details: fc.oneof(part, odd),
    completion_tokens_details: fc.oneof(part, odd),
    output_tokens_details: fc.oneof(part, odd),
    server_side_tool_usage_details: odd,
    cost_in_usd_ticks: odd,
  },
  { requiredKeys: [] },
)

describe('readUsage of anything', () => {
  it.each([null, undefined, 'usage', 7, [], {}, { usage: null }, { usage: 7 }, { prompt_tokens: null }])(
    'finds no usage in %j',
    (raw) => {
      for (const api of apis) expect(readUsage(api, raw)).toBeNull()
    },
  )

  it('gives valid counts, cached within the prompt and reasoning within the billed output', () => {
    fc.assert(
      fc.property(fc.constantFrom(...apis), oddUsage, (api, raw) => {
        const usage = readUsage(api, raw)
        if (usage === null) return
        TokenUsage.parse(usage)
        const { promptTokens, cachedTokens, reasoningTokens, billedOutputTokens } = usage
        if (promptTokens !== null) expect(cachedTokens ?? 0).toBeLessThanOrEqual(promptTokens)
        if (billedOutputTokens !== null) expect(reasoningTokens ?? 0).toBeLessThanOrEqual(billedOutputTokens)
      }),
      { numRuns: 2_000 },
    )
  })
})
