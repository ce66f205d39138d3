import { type Generation, joined } from './generation.ts'
import type { InferenceRequest } from './inference-request.ts'

export type OutputItem = { id: string } & Record<string, unknown>

/** What of the request comes back in the object. */
export type ResponsesEcho = { instructions: string | null; previousId: string | null; store: boolean }

/** The reasoning item, or `null` when the model does not show its reasoning. */
export function reasoningItem(generation: Generation, text: string | null): OutputItem | null {
  if (generation.choices[0].reasoning.length === 0) return null
  return {
    id: `rs_${generation.id}`,
    summary: text === null ? [] : [{ text, type: 'summary_text' }],
    type: 'reasoning',
    status: text === null ? 'in_progress' : 'completed',
  }
}

export function textPart(text: string, annotations: readonly object[] = []): object {
  return { type: 'output_text', text, logprobs: [], annotations }
}

/** Here the addresses are notes on the end of the text. */
export function annotationsOf({ citations, choices: [choice] }: Generation): object[] {
  const end = joined(choice.text).length
  return citations.map((url, at) => ({
    ...{ type: 'url_citation', url, title: String(at + 1), start_index: end, end_index: end },
  }))
}

export function messageItem(generation: Generation, text: string | null): OutputItem {
  return {
    content: text === null ? [] : [textPart(text, annotationsOf(generation))],
    id: `msg_${generation.id}`,
    role: 'assistant',
    type: 'message',
    status: text === null ? 'in_progress' : 'completed',
  }
}

/** Calls are items of their own, where a message would stand. */
export function callItems(generation: Generation): OutputItem[] {
  return generation.choices[0].calls.map((call, at) => ({
    ...{ id: `fc_${generation.id}_${at}`, type: 'function_call', status: 'completed' },
    ...{ call_id: call.id, name: call.name, arguments: call.arguments },
  }))
}

/** The response object of reference 6.3, before (`done: false`) or after generation. */
export function responseObject(
  generation: Generation,
  request: InferenceRequest,
  echo: ResponsesEcho,
  done: boolean,
): object {
  const [choice] = generation.choices
  const cut = choice.finish === 'length'
  const reasoning = reasoningItem(generation, joined(choice.reasoning))
  const answer =
    choice.calls.length > 0 ? callItems(generation) : [messageItem(generation, joined(choice.text))]
  const output = [...(reasoning === null ? [] : [reasoning]), ...answer]
  return {
    created_at: generation.created,
    id: generation.id,
    max_output_tokens: request.maxTokens,
    model: generation.model,
    object: 'response',
    output: done ? output : [],
    parallel_tool_calls: true,
    previous_response_id: echo.previousId,
    reasoning: { effort: request.effort, summary: reasoning === null ? null : 'detailed' },
    temperature: request.temperature,
    text: { format: { type: 'text' } },
    tool_choice: 'auto',
    tools: [],
    top_p: request.topP,
    ...(done ? { usage: responsesUsage(generation) } : {}),
    user: null,
    incomplete_details: done && cut ? { reason: 'max_output_tokens' } : null,
    status: done ? (cut ? 'incomplete' : 'completed') : 'in_progress',
    store: echo.store,
    metadata: { system_fingerprint: generation.fingerprint },
    ...(generation.ticks === null ? {} : { service_tier: generation.priority ? 'priority' : 'default' }),
    error: null,
    instructions: echo.instructions,
  }
}

/** Here, unlike in chat, `output_tokens` has the reasoning inside (reference 5.2). */
function responsesUsage(generation: Generation): object {
  const { prompt, cached, completion, reasoning, sources } = generation.counts
  return {
    input_tokens: prompt,
    input_tokens_details: { cached_tokens: cached },
    output_tokens: completion + reasoning,
    output_tokens_details: { reasoning_tokens: reasoning },
    total_tokens: prompt + completion + reasoning,
    num_sources_used: sources,
    num_server_side_tools_used: 0,
    ...(generation.ticks === null ? {} : { cost_in_usd_ticks: Number(generation.ticks) }),
  }
}
