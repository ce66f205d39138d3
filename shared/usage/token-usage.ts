import { assertNever } from '../assert-never.ts'
import { fieldOf, isEntry, type JsonEntry } from '../catalog/json-entry.ts'
import { type ReasoningPlace, untoldReasoning, wholeCounts } from './counts.ts'
import { extrasOf } from './extras.ts'
import { countAt, sum } from './usage-field.ts'
import type { TokenUsage } from './usage-schema.ts'

export type { TokenUsage } from './usage-schema.ts'

/** The endpoints that answer with usage: `messages` and `complete` in Anthropic's form, the others in OpenAI's. */
export type UsageApi = 'chat' | 'responses' | 'messages' | 'completions' | 'complete'

/**
 * The tokens of one answer in one meaning for every endpoint (reference 5.2, 6). `raw` is the usage object, or the
 * whole answer that holds one. Returns `null` when there is none, or none of its fields is told: `/v1/complete`
 * answers without usage, and streams may too. A field that is missing or not a count (negative, fractional, beyond
 * 2^53, text) is `null`. `totalTokens` is the server's own number, or prompt + billed output where it gives none.
 *
 * In `chat` reasoning is on top of the completion, in `responses` inside the output; `wholeCounts` has the details.
 * In `messages` the input leaves out what was read from and written to the cache: that is what these names mean in
 * the form that the endpoint copies; xAI has no price for writing, so written tokens are plain input.
 */
export function readUsage(api: UsageApi, raw: unknown): TokenUsage | null {
  const usage = usageIn(raw)
  if (usage === null) return null
  const read = readFor(api, usage)
  return Object.values(read).every((value) => value === null) && !isTold(usage) ? null : read
}

function readFor(api: UsageApi, usage: JsonEntry): TokenUsage {
  switch (api) {
    case 'chat':
    case 'completions':
      return openAiUsage(usage, 'on-top')
    case 'responses':
      return openAiUsage(usage, 'inside')
    case 'messages':
    case 'complete':
      return anthropicUsage(usage)
    default:
      return assertNever(api)
  }
}

function usageIn(raw: unknown): JsonEntry | null {
  if (!isEntry(raw)) return null
  const inside = Object.hasOwn(raw, 'usage') ? fieldOf(raw, 'usage') : raw
  return isEntry(inside) ? inside : null
}

const COUNT_FIELDS = ['prompt_tokens', 'completion_tokens', 'input_tokens', 'output_tokens', 'total_tokens']

/** Whether counts were sent at all, readable or not. */
function isTold(usage: JsonEntry): boolean {
  return COUNT_FIELDS.some((name) => (fieldOf(usage, name) ?? null) !== null)
}

/** `prompt_tokens` and `completion_tokens` in chat, `input_tokens` and `output_tokens` in responses. */
function openAiUsage(usage: JsonEntry, place: ReasoningPlace): TokenUsage {
  const prompt = ['prompt_tokens', 'input_tokens']
  const output = ['completion_tokens', 'output_tokens']
  const promptPart = (name: string) => countAt(usage, ['prompt_tokens_details', 'input_tokens_details'], name)
  const outputPart = (name: string) =>
    countAt(usage, ['completion_tokens_details', 'output_tokens_details'], name)
  const sent = {
    prompt: countAt(usage, prompt),
    cached: promptPart('cached_tokens'),
    output: countAt(usage, output),
    reasoning: outputPart('reasoning_tokens'),
    total: countAt(usage, ['total_tokens']),
  }
  const told = { ...sent, reasoning: sent.reasoning ?? untoldReasoning(sent) }
  const whole = wholeCounts(told, place)
  return {
    promptTokens: whole.prompt,
    cachedTokens: whole.cached,
    imageTokens: promptPart('image_tokens'),
    answerTokens: whole.billedOutput === null ? null : whole.billedOutput - (told.reasoning ?? 0),
    reasoningTokens: told.reasoning,
    billedOutputTokens: whole.billedOutput,
    totalTokens: told.total ?? sum([whole.prompt, whole.billedOutput]),
    ...extrasOf(usage),
  }
}

function anthropicUsage(usage: JsonEntry): TokenUsage {
  const cached = countAt(usage, ['cache_read_input_tokens'])
  const written = countAt(usage, ['cache_creation_input_tokens'])
  const prompt = sum([countAt(usage, ['input_tokens']), cached ?? 0, written ?? 0])
  const output = countAt(usage, ['output_tokens'])
  return {
    promptTokens: prompt,
    cachedTokens: cached,
    imageTokens: null,
    // Reasoning is not told apart in this form: whatever there was is inside.
    answerTokens: output,
    reasoningTokens: null,
    billedOutputTokens: output,
    totalTokens: sum([prompt, output]),
    ...extrasOf(usage),
  }
}
