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

/** Whether the rate of a line is for one token; that of sources and tools is for one of them, and priority has none. */
export function isPricedByToken(kind: (typeof COST_KINDS)[number]): boolean {
  return kind !== 'search-source' && kind !== 'server-tool' && kind !== 'priority'
}
