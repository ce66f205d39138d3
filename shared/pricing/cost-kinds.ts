/** What the lines of a bill stand for, in the order in which a bill lists them. */
export const COST_KINDS = [
  'input',
  'cached-input',
  'image-input',
  'answer',
  'reasoning',
  'search-source',
  'server-tool',
  'priority',
] as const
