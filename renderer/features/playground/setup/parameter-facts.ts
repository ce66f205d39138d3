import type { ChatParameters } from '../../../../shared/chat/parameters.ts'

/** A parameter that is one number: its bounds are the widest of any model (reference 5.4). */
export type NumberFacts = {
  name: NumberName
  least: number | null
  most: number | null
  step: number
  whole: boolean
}

type NumberName =
  | 'temperature'
  | 'topP'
  | 'maxCompletionTokens'
  | 'seed'
  | 'frequencyPenalty'
  | 'presencePenalty'
  | 'n'

export const NUMBERS: readonly NumberFacts[] = [
  { name: 'temperature', least: 0, most: 2, step: 0.1, whole: false },
  { name: 'topP', least: 0, most: 1, step: 0.05, whole: false },
  { name: 'maxCompletionTokens', least: 1, most: null, step: 1, whole: true },
  { name: 'seed', least: null, most: null, step: 1, whole: true },
  { name: 'frequencyPenalty', least: -2, most: 2, step: 0.1, whole: false },
  { name: 'presencePenalty', least: -2, most: 2, step: 0.1, whole: false },
  { name: 'n', least: 1, most: 128, step: 1, whole: true },
]

/** Digits in groups of three, such as `16,384`, `16.384` or `16 384`: of a whole number they mean nothing else. */
const GROUPED = /^[-+]?\d{1,3}(?:([,.\s'’_])\d{3})(?:\1\d{3})*$/
const DECIMAL = /^[-+]?(?:\d+[.,]?\d*|[.,]\d+)$/

/**
 * What is typed as a number: nothing (the server's default), a value that can be sent, or one that cannot. A comma is a
 * decimal mark as good as a point, except in a whole number, where `1,000` is a thousand and not one.
 */
export function readNumber(text: string, facts: NumberFacts): number | 'none' | 'wrong' {
  const typed = text.trim()
  if (typed === '') return 'none'
  const plain = facts.whole && GROUPED.test(typed) ? typed.replace(/[^-+\d]/g, '') : typed.replace(',', '.')
  if (!DECIMAL.test(plain)) return 'wrong'
  const value = Number(plain)
  if (!Number.isFinite(value) || (facts.whole && !Number.isSafeInteger(value))) return 'wrong'
  if (facts.least !== null && value < facts.least) return 'wrong'
  return facts.most !== null && value > facts.most ? 'wrong' : value
}

/** How many parameters will be sent: those that were changed. */
export function changedCount(parameters: ChatParameters): number {
  return Object.values(parameters).filter((value) => value !== undefined).length
}

/** One stop word a line; an empty box is no parameter. */
export function readStops(text: string): string[] | undefined {
  const stops = text.split('\n').filter((line) => line !== '')
  return stops.length === 0 ? undefined : stops
}
