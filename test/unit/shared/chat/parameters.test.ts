import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parameterFields, unsupportedParameters } from '../../../../shared/chat/parameter-map.ts'
import type { ParameterName } from '../../../../shared/chat/parameter-name.ts'
import type { ChatParameters } from '../../../../shared/chat/parameters.ts'
import { Protocol } from '../../../../shared/chat/protocol.ts'
import { refusedParameter } from '../../../../shared/chat/refused-parameter.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'

const schema = { type: 'object', properties: { city: { type: 'string' } } }
const all: Required<ChatParameters> = {
  temperature: 0,
  topP: 0.5,
  maxCompletionTokens: 9,
  seed: 0,
  stop: ['\n'],
  frequencyPenalty: 0,
  presencePenalty: -1,
  reasoningEffort: 'low',
  n: 2,
  responseFormat: { kind: 'json-schema', name: 'place', schema, strict: true },
  tools: [{ name: 'weather', description: 'Tells it', parameters: schema }, { name: 'now' }],
  user: 'u-1',
  serviceTier: 'priority',
}

const sampling = { temperature: 0, top_p: 0.5 }
const openAi = {
  ...sampling,
  ...{ seed: 0, stop: ['\n'], frequency_penalty: 0, presence_penalty: -1, n: 2, user: 'u-1' },
}
const weather = { name: 'weather', description: 'Tells it', parameters: schema }
const chat = {
  ...openAi,
  max_completion_tokens: 9,
  reasoning_effort: 'low',
  service_tier: 'priority',
  response_format: { type: 'json_schema', json_schema: { name: 'place', schema, strict: true } },
  tools: [
    { type: 'function', function: weather },
    { type: 'function', function: { name: 'now' } },
  ],
}

describe('parameterFields', () => {
  it.each<[Protocol, object, ParameterName[]]>([
    ['chat', chat, []],
    ['deferred', chat, []],
    [
      'responses',
      {
        ...sampling,
        ...{ max_output_tokens: 9, user: 'u-1', service_tier: 'priority', reasoning: { effort: 'low' } },
        text: { format: { type: 'json_schema', name: 'place', schema, strict: true } },
        tools: [
          { type: 'function', ...weather },
          { type: 'function', name: 'now' },
        ],
      },
      ['frequencyPenalty', 'n', 'presencePenalty', 'seed', 'stop'],
    ],
    [
      'messages',
      {
        ...sampling,
        ...{ max_tokens: 9, stop_sequences: ['\n'], metadata: { user_id: 'u-1' } },
        tools: [
          { name: 'weather', description: 'Tells it', input_schema: schema },
          { name: 'now', input_schema: { type: 'object', properties: {} } },
        ],
      },
      [
        ...['frequencyPenalty', 'n', 'presencePenalty', 'reasoningEffort', 'responseFormat'],
        ...['seed', 'serviceTier'],
      ] as ParameterName[],
    ],
    [
      'completions',
      { ...openAi, max_tokens: 9 },
      ['reasoningEffort', 'responseFormat', 'serviceTier', 'tools'],
    ],
    [
      'complete',
      {
        ...sampling,
        ...{ max_tokens_to_sample: 9, stop_sequences: ['\n'], metadata: { user_id: 'u-1' } },
      },
      [
        ...['frequencyPenalty', 'n', 'presencePenalty', 'reasoningEffort', 'responseFormat'],
        ...['seed', 'serviceTier', 'tools'],
      ] as ParameterName[],
    ],
  ])('of %s, and what has no place there', (protocol, fields, unsupported) => {
    expect(parameterFields(protocol, all)).toEqual(fields)
    expect(unsupportedParameters(protocol, all)).toEqual(unsupported)
  })

  it('sends what is set and nothing else, whichever are set', () => {
    const some = fc.constantFrom(...Protocol.options)
    fc.assert(
      fc.property(some, fc.subarray(Object.keys(all)), (protocol, names) => {
        const parameters = Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)))
        const none = Object.keys(parameterFields(protocol, {})).length
        const given = names.length - unsupportedParameters(protocol, parameters).length
        const demanded = names.includes('maxCompletionTokens') ? none : 0
        expect(Object.keys(parameterFields(protocol, parameters))).toHaveLength(none + given - demanded)
      }),
    )
  })

  it('says the other response formats in each way', () => {
    const format = (kind: 'text' | 'json-object') => ({ responseFormat: { kind } })
    expect(parameterFields('chat', format('json-object'))).toEqual({
      response_format: { type: 'json_object' },
    })
    expect(parameterFields('responses', format('text'))).toEqual({ text: { format: { type: 'text' } } })
  })
})

describe('refusedParameter', () => {
  const refused = (serverWords: string) => refusedParameter(failureOf('invalid-request', { serverWords }))

  it.each([
    ['Argument not supported on this model: reasoningEffort', 'reasoningEffort'],
    ['Argument not supported on this model: presencePenalty', 'presencePenalty'],
    ['Argument not supported on this model: stop', 'stop'],
    ['Model grok-x does not support parameter reasoningEffort.', 'reasoningEffort'],
    ["Unsupported parameter: 'max_tokens' is not supported with this model.", 'maxCompletionTokens'],
    ['Argument not supported: response_format', 'responseFormat'],
    ['Argument not supported on this model: logprobs', null],
    ['Invalid reasoning effort.', null],
    ['Model not found: stop', null],
  ])('reads %j as %s', (words, name) => {
    expect(refused(words)).toBe(name)
  })

  it('hears nothing in other failures', () => {
    const serverWords = 'Argument not supported on this model: stop'
    expect(refusedParameter(failureOf('server-error', { serverWords }))).toBeNull()
    expect(refusedParameter(failureOf('invalid-request'))).toBeNull()
  })
})
