export type FinishWords = 'stop' | 'length' | 'tools' | 'filter' | 'time' | 'none' | 'other'

const known = new Map<string, FinishWords>([
  ['stop', 'stop'],
  ['end_turn', 'stop'],
  ['length', 'length'],
  ['max_len', 'length'],
  ['max_tokens', 'length'],
  ['max_context', 'length'],
  ['tool_calls', 'tools'],
  ['content_filter', 'filter'],
  ['time_limit', 'time'],
])

/** Which words tell why an answer ended. The API's reasons are an open set (reference 5.1): what is new is shown as it is. */
export function finishWords(reason: string | null): FinishWords {
  if (reason === null || reason === '') return 'none'
  return known.get(reason.toLowerCase().replace(/^reason_/, '')) ?? 'other'
}
