/** Streams in the form of each protocol (reference 5.3, 6), with texts of our own. */
import type { AnswerRequest } from '../../../../electron/services/ports.ts'
import { choice, chunk, done, usageOf } from './recorded-streams.ts'

const WORDS = ['Grüße', ', ', '世界', ' 👋🏽', ' \u2028', ' e\u0301']
const TEXT = WORDS.join('')

/** What one choice is made of, however its stream was cut. */
type Said = { text: string; reasoning: string; refusal: string; calls: readonly string[] }

export type RecordedProtocol = {
  request: Partial<AnswerRequest>
  sse: string
  /** Stands in the event that is the server's word for the end, and in none before. */
  endMark: string
  finish: string
  said: readonly Said[]
  usage: object | null
}

const event = (type: string, fields: object) =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`
const said = (fields: Partial<Said>): Said => ({ text: '', reasoning: '', refusal: '', calls: [], ...fields })

const responsesUsage = {
  ...{ input_tokens: 197, input_tokens_details: { cached_tokens: 192 }, output_tokens: 101 },
  ...{ output_tokens_details: { reasoning_tokens: 100 }, total_tokens: 298, cost_in_usd_ticks: 2_971_500 },
}

function responses(type: string, rest: object, events: string[]): string {
  const response = { id: 'r-1', object: 'response', model: 'grok-4.3', service_tier: 'default', error: null }
  return [
    event('response.created', { response: { ...response, status: 'in_progress' } }),
    ...events,
    event(type, { response: { ...response, usage: responsesUsage, ...rest } }),
  ].join('')
}

const textAt = (output_index: number) => [
  event('response.output_item.added', { output_index, item: { type: 'message', content: [] } }),
  ...WORDS.map((delta) => event('response.output_text.delta', { output_index, content_index: 0, delta })),
  event('response.output_text.done', { output_index, content_index: 0, text: TEXT }),
]
const thinking = ['Zuerst', ' 考', '…'].map((delta) =>
  event('response.reasoning_summary_text.delta', { output_index: 0, summary_index: 0, delta }),
)
const call = { type: 'function_call', call_id: 'call_7', name: 'weather' }
const messageOutput = { type: 'message', content: [{ type: 'output_text', text: TEXT }] }

const messageStart = event('message_start', {
  message: {
    ...{ id: 'm-1', model: 'grok-4-0709', stop_reason: null },
    usage: { input_tokens: 9, cache_read_input_tokens: 64, output_tokens: 1 },
  },
})
const block = (index: number, content_block: object, deltas: object[]) => [
  event('content_block_start', { index, content_block }),
  ...deltas.map((delta) => event('content_block_delta', { index, delta })),
  event('content_block_stop', { index }),
]
const messageEnd = (stop_reason: string) => [
  event('message_delta', { delta: { stop_reason, stop_sequence: null }, usage: { output_tokens: 32 } }),
  event('message_stop', {}),
]
const messagesUsage = { input_tokens: 9, cache_read_input_tokens: 64, output_tokens: 32 }

const completion = (fields: object) =>
  `data: ${JSON.stringify({ id: 't-1', object: 'text_completion', model: 'grok-2', ...fields })}\n\n`
const legacy = (text: string, stop_reason: string | null) =>
  `event: completion\ndata: ${JSON.stringify({ type: 'completion', id: 'l-1', completion: text, stop_reason, model: 'grok-2' })}\n\n`

export const RECORDED_PROTOCOLS: Record<string, RecordedProtocol> = {
  'chat, two choices mixed': {
    request: { protocol: 'chat', parameters: { n: 2 } },
    sse: [
      ...WORDS.flatMap((content) => [
        chunk({ choices: [{ index: 0, delta: { content } }] }),
        chunk({ choices: [{ index: 1, delta: { content: content.toUpperCase() } }] }),
      ]),
      chunk({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }),
      chunk({ choices: [{ index: 1, delta: {}, finish_reason: 'length' }] }),
      chunk({ choices: [], ...usageOf(10, 12) }),
      done,
    ].join(''),
    endMark: '"length"',
    finish: 'stop',
    said: [said({ text: TEXT }), said({ text: WORDS.map((word) => word.toUpperCase()).join('') })],
    usage: usageOf(10, 12).usage,
  },
  'chat, two calls in pieces beside reasoning and a refusal': {
    request: { protocol: 'chat' },
    sse: [
      chunk(choice({ reasoning_content: 'Überlegen 考', role: 'assistant' })),
      chunk(choice({ tool_calls: [{ index: 0, id: 'c1', function: { name: 'a', arguments: '' } }] })),
      chunk(choice({ tool_calls: [{ index: 0, function: { arguments: '{"x":' } }] })),
      chunk(choice({ tool_calls: [{ index: 1, id: 'c2', function: { name: 'b', arguments: '{}' } }] })),
      chunk(choice({ tool_calls: [{ index: 0, function: { arguments: '"é"}' } }] })),
      chunk(choice({ refusal: 'Nein, ' })),
      chunk(choice({ refusal: 'danke' })),
      chunk(choice({}, { finish_reason: 'tool_calls' })),
      done,
    ].join(''),
    endMark: '"finish_reason"',
    finish: 'tool_calls',
    said: [
      said({
        reasoning: 'Überlegen 考',
        refusal: 'Nein, danke',
        calls: ['c1 a {"x":"é"}', 'c2 b {}'],
      }),
    ],
    usage: null,
  },
  'responses, reasoning and text': {
    request: { protocol: 'responses' },
    sse: responses('response.completed', { status: 'completed', output: [{}, messageOutput] }, [
      ...thinking,
      ...textAt(1),
    ]),
    endMark: '"response.completed"',
    finish: 'completed',
    said: [said({ reasoning: 'Zuerst 考…', text: TEXT })],
    usage: responsesUsage,
  },
  'responses, cut by its limit, text told only at the end': {
    request: { protocol: 'responses' },
    sse: responses(
      'response.incomplete',
      { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' }, output: [messageOutput] },
      [],
    ),
    endMark: '"response.incomplete"',
    finish: 'max_output_tokens',
    said: [said({ text: TEXT })],
    usage: responsesUsage,
  },
  'responses, a call': {
    request: { protocol: 'responses' },
    sse: responses('response.completed', { output: [{ ...call, arguments: '{"city":"Zürich"}' }] }, [
      event('response.output_item.added', { output_index: 0, item: { ...call, arguments: '' } }),
      ...['{"ci', 'ty":', '"Zürich"}'].map((delta) =>
        event('response.function_call_arguments.delta', { output_index: 0, delta }),
      ),
      event('response.function_call_arguments.done', { output_index: 0, arguments: '{"city":"Zürich"}' }),
      event('response.output_item.done', {
        output_index: 0,
        item: { ...call, arguments: '{"city":"Zürich"}' },
      }),
    ]),
    endMark: '"response.completed"',
    finish: 'completed',
    said: [said({ calls: ['call_7 weather {"city":"Zürich"}'] })],
    usage: responsesUsage,
  },
  'messages, thinking and text': {
    request: { protocol: 'messages' },
    sse: [
      messageStart,
      ...block(0, { type: 'thinking', thinking: '' }, [
        { type: 'thinking_delta', thinking: 'Hm, 考' },
        { type: 'signature_delta', signature: 'x' },
      ]),
      event('ping', {}),
      ...block(
        1,
        { type: 'text', text: '' },
        WORDS.map((text) => ({ type: 'text_delta', text })),
      ),
      ...messageEnd('end_turn'),
    ].join(''),
    endMark: '"message_delta"',
    finish: 'end_turn',
    said: [said({ reasoning: 'Hm, 考', text: TEXT })],
    usage: messagesUsage,
  },
  'messages, a call': {
    request: { protocol: 'messages' },
    sse: [
      messageStart,
      ...block(0, { type: 'tool_use', id: 'tu_1', name: 'weather', input: {} }, [
        { type: 'input_json_delta', partial_json: '' },
        { type: 'input_json_delta', partial_json: '{"city":"Zü' },
        { type: 'input_json_delta', partial_json: 'rich"}' },
      ]),
      ...messageEnd('tool_use'),
    ].join(''),
    endMark: '"message_delta"',
    finish: 'tool_use',
    said: [said({ calls: ['tu_1 weather {"city":"Zürich"}'] })],
    usage: messagesUsage,
  },
  completions: {
    request: { protocol: 'completions' },
    sse: [
      ...WORDS.map((text) => completion({ choices: [{ index: 0, text }] })),
      completion({ choices: [{ index: 0, text: '', finish_reason: 'length' }] }),
      completion({ choices: [], ...usageOf(12, 6) }),
      done,
    ].join(''),
    endMark: '"finish_reason"',
    finish: 'length',
    said: [said({ text: TEXT })],
    usage: usageOf(12, 6).usage,
  },
  complete: {
    request: { protocol: 'complete' },
    sse: [...WORDS.map((word) => legacy(word, null)), legacy('', 'stop_sequence')].join(''),
    endMark: '"stop_sequence"',
    finish: 'stop_sequence',
    said: [said({ text: TEXT })],
    usage: null,
  },
}
