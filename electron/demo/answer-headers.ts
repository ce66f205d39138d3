import type { Call } from './demo-state.ts'
import { type Generation, tokensOf } from './generation.ts'
import type { Headers, Reply, StreamEvent } from './reply.ts'

const REQUESTS_A_MINUTE = 480
const TOKENS_A_MINUTE = 2_000_000

/** Reference 5.6: these stand on generated answers only, never on errors or lists, and there is no reset header. */
function headersOf(call: Call, generation: Generation): Record<string, string> {
  const { counts, pace } = generation
  const used = Math.min(TOKENS_A_MINUTE, counts.prompt + counts.completion + counts.reasoning)
  return {
    'x-request-id': generation.id,
    'x-ratelimit-limit-requests': String(REQUESTS_A_MINUTE),
    'x-ratelimit-remaining-requests': String(REQUESTS_A_MINUTE - (call.state.answers % REQUESTS_A_MINUTE)),
    'x-ratelimit-limit-tokens': String(TOKENS_A_MINUTE),
    'x-ratelimit-remaining-tokens': String(TOKENS_A_MINUTE - used),
    'x-metrics-ttft-ms': pace.firstTokenMs.toFixed(1),
    'x-zero-data-retention': 'false',
  }
}

export function wholeAnswer(call: Call, generation: Generation, body: unknown): Reply {
  const { pace, counts } = generation
  const tokenMs = 1000 / pace.tokensPerSecond
  const waitMs = pace.firstTokenMs + (counts.completion + counts.reasoning) * tokenMs
  const metrics: Headers = {
    'x-metrics-mean-itl-ms': tokenMs.toFixed(1),
    'x-metrics-e2e-ms': waitMs.toFixed(1),
  }
  return { kind: 'json', status: 200, body, waitMs, headers: { ...headersOf(call, generation), ...metrics } }
}

export function streamedAnswer(call: Call, generation: Generation, events: Iterable<StreamEvent>): Reply {
  const { pace } = generation
  // Hidden reasoning takes its time too: it is the silence before the first event.
  const firstTokenMs = pace.firstTokenMs + (hiddenReasoningTokens(generation) * 1000) / pace.tokensPerSecond
  return { kind: 'events', events, pace: { ...pace, firstTokenMs }, headers: headersOf(call, generation) }
}

function hiddenReasoningTokens(generation: Generation): number {
  const shown = generation.choices.reduce((sum, choice) => sum + tokensOf(choice.reasoning), 0)
  return generation.counts.reasoning - shown
}
