import { describe, expect, it } from 'vitest'
import { chat, completionOf, get, post, say } from './demo-client.ts'
import { demoPerTest } from './demo-per-test.ts'

const start = demoPerTest()
const WRONG = { authorization: 'Bearer xai-wrong-key-gA' }
const NONE = { authorization: '' }
const PATH = '/v1/chat/completions'

describe('the order of checks', () => {
  // Each row breaks everything from its own check on, so only the order decides (reference 5.7).
  it.each([
    [
      'JSON',
      '{"model":',
      WRONG,
      400,
      'Failed to parse the request body as JSON: expected value at line 1 column 9',
    ],
    [
      'types',
      { model: 'grok-9', messages: 'hello', temperature: 9 },
      WRONG,
      422,
      'Failed to deserialize the JSON body into the target type: messages: invalid type: string "hello", expected a sequence at line 1 column 53',
    ],
    [
      'model',
      { model: 'grok-9', messages: say('') },
      WRONG,
      400,
      { code: 'invalid-argument', error: 'Model not found: grok-9' },
    ],
    [
      'key, wrong',
      { model: 'grok-4.7', messages: say('') },
      WRONG,
      400,
      {
        code: 'invalid-argument',
        error: 'Incorrect API key provided. You can obtain an API key from https://console.x.ai.',
      },
    ],
    [
      'key, none',
      { model: 'grok-4.7', messages: say('') },
      NONE,
      401,
      { code: 'unauthenticated:no-credentials', error: 'No credentials presented.' },
    ],
    [
      'arguments',
      { model: 'grok-4.7', messages: say('') },
      {},
      400,
      {
        code: 'invalid-argument',
        error: 'Invalid request content: Each message must have at least one content element.',
      },
    ],
  ])('comes to: %s', async (_, body, headers, status, expected) => {
    const answer = await post(await start(), PATH, body, headers)
    const isText = answer.headers.get('content-type') === 'text/plain; charset=utf-8'
    expect([answer.status, isText]).toEqual([status, typeof expected === 'string'])
    expect(isText ? await answer.text() : await answer.json()).toEqual(expected)
  })

  it.each([
    [
      'wrong key',
      '/v1/models',
      WRONG,
      400,
      'Client specified an invalid argument',
      /provided: xa\*\*\*gA\. You/,
    ],
    [
      'no key',
      '/v1/models',
      NONE,
      401,
      'The request does not have valid authentication credentials',
      /\[WKE=unauthenticated:no-credentials\]$/,
    ],
    [
      'unknown model',
      '/v1/models/grok-9',
      {},
      404,
      'Some requested entity was not found',
      /^The model grok-9 does not exist or your team .* does not have access/,
    ],
    [
      'no route',
      '/v1/nothing',
      {},
      404,
      'Some requested entity was not found',
      /^No handler found on route\./,
    ],
  ])('says the old sentence in 2025: %s', async (_, path, headers, status, code, error) => {
    const answer = await get(await start({ era: 'B' }), path, headers)
    expect([answer.status, await answer.json()]).toEqual([
      status,
      { code, error: expect.stringMatching(error) },
    ])
  })

  it('says 422 as JSON on /v1/responses only', async () => {
    const answer = await post(await start(), '/v1/responses', { model: 'grok-4.7', input: 5 })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([422, 'application/json'])
    expect(await answer.json()).toEqual({
      error:
        'Failed to deserialize the JSON body into the target type: input: invalid type: integer `5`, expected a string or a sequence at line 1 column 30',
    })
  })
})

describe('what is no endpoint', () => {
  it('is 404, 405 or 415', async () => {
    const api = await start()
    expect((await get(api, '/v1/balance')).status).toBe(404)
    const wrongMethod = await post(api, '/v1/models', {})
    expect([wrongMethod.status, wrongMethod.headers.get('allow')]).toEqual([405, 'GET'])
    expect((await get(api, PATH)).status).toBe(405)
    expect((await post(api, PATH, '{}', { 'content-type': 'text/plain' })).status).toBe(415)
  })
})

describe('arguments', () => {
  const unsupported = (name: string): string => `Argument not supported on this model: ${name}`

  it.each([
    ['grok-4.7', { stop: ['x'] }, unsupported('stop')],
    ['grok-4.7', { presence_penalty: 1 }, unsupported('presencePenalty')],
    ['grok-4.7', { frequency_penalty: 1 }, unsupported('frequencyPenalty')],
    ['grok-4.7', { logit_bias: {} }, unsupported('logitBias')],
    ['grok-4.7', { reasoning_effort: 'none' }, 'Invalid reasoning effort.'],
    ['grok-4.5', { reasoning_effort: 'xhigh' }, 'Invalid reasoning effort.'],
    [
      'grok-build-0.1',
      { reasoning_effort: 'low' },
      'Model grok-build-0.1 does not support parameter reasoningEffort.',
    ],
    [
      'grok-4.7',
      { messages: [{ role: 'user', content: [] }] },
      'Invalid request content: Each message must have at least one content element.',
    ],
    ['grok-4.7', { messages: [{ role: 'system', name: 'x', content: 'y' }] }, 'Argument not supported: name'],
  ])('of %s are checked: %j', async (model, body, error) => {
    const answer = await chat(await start(), { model, ...body })
    expect([answer.status, await answer.json()]).toEqual([400, { code: 'invalid-argument', error }])
  })

  it('refuse an effort in the words of 2025 then', async () => {
    const answer = await chat(await start({ era: 'B' }), { model: 'grok-4', reasoning_effort: 'low' })
    expect(await answer.json()).toEqual({
      code: 'Client specified an invalid argument',
      error: unsupported('reasoningEffort'),
    })
  })

  it('refuse images on a model that only reads', async () => {
    const content = [{ type: 'image_url', image_url: { url: 'https://example.org/a.png' } }]
    const answer = await chat(await start({ era: 'A' }), {
      model: 'grok-2',
      messages: [{ role: 'user', content }],
    })
    expect(await answer.json()).toMatchObject({
      error: 'The model expects a single `text` element per message.',
    })
  })

  it('refuse a prompt larger than the window, with both numbers', async () => {
    const api = await start()
    const [model] = api.catalog.models
    if (model === undefined) throw new Error('no model')
    api.setModels({ models: [{ ...model, contextLength: model.hiddenPromptTokens + 1 }] })
    expect((await chat(api, { model: model.id, messages: say('Hi') })).status).toBe(200)
    const answer = await chat(api, { model: model.id, messages: say('Hi there') })
    expect(await answer.json()).toMatchObject({
      error: "This model's maximum prompt length is 637 but the request contains 638 tokens.",
    })
  })

  it('refuse live search today with 410 and count its sources in 2025', async () => {
    const body = { search_parameters: { mode: 'on', max_search_results: 2 } }
    expect((await chat(await start(), { model: 'grok-4.7', ...body })).status).toBe(410)
    const { usage } = await completionOf(chat(await start({ era: 'B' }), { model: 'grok-3', ...body }))
    expect([1, 2]).toContain(usage.num_sources_used)
  })

  it('mean latest when the model is left out today, and are incomplete in 2025', async () => {
    const today = await chat(await start(), {})
    expect([today.status, await today.json()]).toMatchObject([400, { error: 'Model not found: latest' }])
    const then = await chat(await start({ era: 'B' }), {})
    expect([then.status, await then.text()]).toMatchObject([
      422,
      expect.stringContaining('missing field `model`'),
    ])
  })
})
