import type { ParameterName } from './parameter-name.ts'
import type { ChatParameters } from './parameters.ts'
import type { Protocol } from './protocol.ts'
import { shapedFields } from './shaped-fields.ts'

/** What `messages` and `complete` get when no limit is set: these two protocols demand one. Tokens. */
const DEMANDED_MAX_TOKENS = 4_096

const OPENAI_SAMPLING = {
  temperature: 'temperature',
  topP: 'top_p',
  seed: 'seed',
  stop: 'stop',
  frequencyPenalty: 'frequency_penalty',
  presencePenalty: 'presence_penalty',
  n: 'n',
  user: 'user',
} as const
const ANTHROPIC_SAMPLING = { temperature: 'temperature', topP: 'top_p', stop: 'stop_sequences' } as const

const CHAT = {
  ...OPENAI_SAMPLING,
  maxCompletionTokens: 'max_completion_tokens',
  reasoningEffort: 'reasoning_effort',
  serviceTier: 'service_tier',
} as const

/** Parameters that go out as they are, under these names (reference 5.4, 6). */
const PLAIN: Record<Protocol, Partial<Record<ParameterName, string>>> = {
  chat: CHAT,
  deferred: CHAT,
  responses: {
    temperature: 'temperature',
    topP: 'top_p',
    maxCompletionTokens: 'max_output_tokens',
    user: 'user',
    serviceTier: 'service_tier',
  },
  messages: { ...ANTHROPIC_SAMPLING, maxCompletionTokens: 'max_tokens' },
  completions: { ...OPENAI_SAMPLING, maxCompletionTokens: 'max_tokens' },
  complete: { ...ANTHROPIC_SAMPLING, maxCompletionTokens: 'max_tokens_to_sample' },
  segmind: {},
}

/** Parameters that take another shape on the way (`shapedFields`). */
const SHAPED: Record<Protocol, readonly ParameterName[]> = {
  chat: ['responseFormat', 'tools'],
  deferred: ['responseFormat', 'tools'],
  responses: ['responseFormat', 'tools', 'reasoningEffort'],
  messages: ['tools', 'user'],
  completions: [],
  complete: ['user'],
  segmind: [],
}

/** The parameters that are set but have no place in the protocol, in alphabetical order: they are not sent. */
export function unsupportedParameters(protocol: Protocol, parameters: ChatParameters): ParameterName[] {
  return namesOf(parameters).filter(
    (name) => PLAIN[protocol][name] === undefined && !SHAPED[protocol].includes(name),
  )
}

/** The fields of a request body that carry the parameters; none for a parameter that is not set. */
export function parameterFields(protocol: Protocol, parameters: ChatParameters): Record<string, unknown> {
  const plain = namesOf(parameters).flatMap((name) => {
    const field = PLAIN[protocol][name]
    return field === undefined ? [] : [[field, parameters[name]]]
  })
  return { ...demandedFields(protocol), ...Object.fromEntries(plain), ...shapedFields(protocol, parameters) }
}

/** Every name, in alphabetical order: a list of its own, because the page makes code of requests without a validator. */
const NAMES: readonly ParameterName[] = [
  'frequencyPenalty',
  'maxCompletionTokens',
  'n',
  'presencePenalty',
  'reasoningEffort',
  'responseFormat',
  'seed',
  'serviceTier',
  'stop',
  'temperature',
  'tools',
  'topP',
  'user',
]

function namesOf(parameters: ChatParameters): ParameterName[] {
  return NAMES.filter((name) => parameters[name] !== undefined)
}

function demandedFields(protocol: Protocol): Record<string, unknown> {
  if (protocol === 'messages') return { max_tokens: DEMANDED_MAX_TOKENS }
  return protocol === 'complete' ? { max_tokens_to_sample: DEMANDED_MAX_TOKENS } : {}
}
