import { assertNever } from '../assert-never.ts'
import { type RequestTokens, requestTokens, WORKLOAD_LIMITS, type Workload } from './workload.ts'

/** What is moved to find where two models cost the same; everything else of the workload stays. */
export const variables = ['cached', 'answer', 'prompt'] as const
export type Variable = (typeof variables)[number]

/**
 * The tokens of one request when the variable is `at` tokens: cached tokens, tokens of the visible answer (reasoning
 * given as a share follows it), or tokens of the prompt's text (the cached share follows it).
 */
export function tokensAt(workload: Workload, variable: Variable, at: number): RequestTokens {
  switch (variable) {
    case 'cached':
      return { ...requestTokens(workload), cachedTokens: at }
    case 'answer':
      return requestTokens({ ...workload, answerTokens: at })
    case 'prompt':
      return requestTokens({ ...workload, promptTokens: at })
    default:
      return assertNever(variable)
  }
}

/** Where the workload itself stands, in tokens of the variable. */
export function tokensNow(workload: Workload, variable: Variable): number {
  switch (variable) {
    case 'cached':
      return requestTokens(workload).cachedTokens
    case 'answer':
      return workload.answerTokens
    case 'prompt':
      return workload.promptTokens
    default:
      return assertNever(variable)
  }
}

/** The most tokens that are looked at: no more than the whole text can be cached. */
export function mostTokens(workload: Workload, variable: Variable): number {
  switch (variable) {
    case 'cached':
      return workload.promptTokens
    case 'answer':
      return WORKLOAD_LIMITS.answerTokens
    case 'prompt':
      return WORKLOAD_LIMITS.promptTokens
    default:
      return assertNever(variable)
  }
}
