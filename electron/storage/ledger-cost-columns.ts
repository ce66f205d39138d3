/** The lines of a bill and the columns of `ledger` that hold their amounts in ticks. */
export const COST_COLUMNS = [
  { kind: 'input', column: 'input_ticks' },
  { kind: 'cached-input', column: 'cached_input_ticks' },
  { kind: 'image-input', column: 'image_input_ticks' },
  { kind: 'answer', column: 'answer_ticks' },
  { kind: 'reasoning', column: 'reasoning_ticks' },
  { kind: 'search-source', column: 'search_source_ticks' },
  { kind: 'server-tool', column: 'server_tool_ticks' },
  { kind: 'priority', column: 'priority_ticks' },
] as const
