/** Streams in the form of each era of reference section 5.3, with texts of our own. */

const chunk = (fields: object): string =>
  `data: ${JSON.stringify({ id: 'c-1', object: 'chat.completion.chunk', created: 1_760_000_000, ...fields })}\n\n`
const choice = (delta: object, more: object = {}) => ({ choices: [{ index: 0, delta, ...more }] })
const done = 'data: [DONE]\n\n'

const usageOf = (prompt: number, completion: number, more: object = {}) => ({
  usage: { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion, ...more },
})

const bill = {
  total_tokens: 314,
  completion_tokens_details: { reasoning_tokens: 290 },
  num_sources_used: 0,
  cost_in_usd_ticks: 1_466_250,
}

const WORDS = ['Grüße', ', ', '世界', ' 👋🏽', ' e\u0301', ' \u2028', ' שלום']

export type RecordedStream = {
  sse: string
  text: string
  reasoning: string
  usage: object | null
  finish: string
}

export const RECORDED_STREAMS: Record<string, RecordedStream> = {
  'A, usage with every chunk': {
    sse: [
      ...WORDS.map((content, at) =>
        chunk({
          model: 'grok-2-latest',
          ...choice(
            { content, role: 'assistant' },
            at === WORDS.length - 1 ? { finish_reason: 'length' } : {},
          ),
          ...usageOf(41, at + 1),
        }),
      ),
      done,
    ].join(''),
    text: WORDS.join(''),
    reasoning: '',
    usage: usageOf(41, WORDS.length).usage,
    finish: 'length',
  },
  'B, no usage': {
    sse: [
      ...WORDS.map((content) => chunk({ model: 'grok-3', ...choice({ content }) })),
      chunk({ model: 'grok-3', ...choice({}, { finish_reason: 'stop' }) }),
      done,
    ].join(''),
    text: WORDS.join(''),
    reasoning: '',
    usage: null,
    finish: 'stop',
  },
  'C, reasoning, usage and bill last': {
    sse: [
      ...['First', ', ', '考'].map((reasoning_content) =>
        chunk({ model: 'grok-3-mini', ...choice({ reasoning_content }), usage: null }),
      ),
      ...WORDS.map((content) =>
        chunk({ model: 'grok-3-mini', ...choice({ content }), service_tier: 'default' }),
      ),
      chunk({ model: 'grok-3-mini', ...choice({}, { finish_reason: 'stop' }) }),
      chunk({ model: 'grok-3-mini', choices: [], ...usageOf(12, 12, bill) }),
      done,
    ].join(''),
    text: WORDS.join(''),
    reasoning: 'First, 考',
    usage: usageOf(12, 12, bill).usage,
    finish: 'stop',
  },
  'C, tool call': {
    sse: [
      chunk({ model: 'grok-3-mini', ...choice({ reasoning_content: 'Ask the tool', role: 'assistant' }) }),
      chunk({
        model: 'grok-3-mini',
        ...choice({
          tool_calls: [{ index: 0, id: 'call_1', function: { name: 'weather', arguments: '{}' } }],
        }),
      }),
      chunk({ model: 'grok-3-mini', ...choice({}, { finish_reason: 'tool_calls' }) }),
      chunk({ model: 'grok-3-mini', choices: [], ...usageOf(291, 26) }),
      done,
    ].join(''),
    text: '',
    reasoning: 'Ask the tool',
    usage: usageOf(291, 26).usage,
    finish: 'tool_calls',
  },
}

/** The last era in the other spellings that the standard allows: line ends, a BOM, comments, ids, retry, two-line data. */
export function otherSpellings(sse: string): Record<string, string> {
  return {
    CRLF: sse.replaceAll('\n', '\r\n'),
    CR: sse.replaceAll('\n', '\r'),
    mixed: sse.replaceAll('\n\n', '\n\r\n'),
    BOM: `\uFEFF${sse}`,
    comments: sse.replaceAll('data: ', ': ping\n\n:\ndata: '),
    'other fields': sse.replaceAll('data: ', 'id: 7\nretry: 100\nunknown\nevent: message\ndata: '),
    'no space': sse.replaceAll('data: ', 'data:'),
    'two lines of data': sse.replaceAll(',"object"', ',\ndata: "object"'),
  }
}

export { choice, chunk, done, usageOf }
