/** Letters that run from right to left, and the characters that turn the direction of what stands beside them. */
const TURNING = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/
const ISOLATES = /[\u2066-\u2069]/g

/**
 * A name from outside as a part of one of our sentences: whatever direction it asks for ends where it ends, so it cannot
 * make the words around it read otherwise. React takes care of markup.
 */
export function isolated(text: string): string {
  return TURNING.test(text) ? `\u2068${text.replace(ISOLATES, '')}\u2069` : text
}
