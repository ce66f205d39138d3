import { TOKEN_CLASSES } from './ledger-kinds.ts'
import type { LedgerTotals } from './ledger-totals.ts'

/** Totals of both sets of rows together. */
export function addTotals(one: LedgerTotals, other: LedgerTotals): LedgerTotals {
  const unpriced = one.unpriced + other.unpriced
  return {
    requests: {
      final: one.requests.final + other.requests.final,
      estimated: one.requests.estimated + other.requests.estimated,
      rejected: one.requests.rejected + other.requests.rejected,
      unknown: one.requests.unknown + other.requests.unknown,
    },
    spent: one.spent + other.spent,
    confirmed: one.confirmed + other.confirmed,
    estimated: one.estimated + other.estimated,
    unconfirmed: one.unconfirmed + other.unconfirmed,
    unpriced,
    atLeast: unpriced > 0,
    billed: one.billed + other.billed,
    billedRequests: one.billedRequests + other.billedRequests,
    computed: one.computed + other.computed,
    computedRequests: one.computedRequests + other.computedRequests,
    difference: one.difference + other.difference,
    differing: one.differing + other.differing,
    tokens: {
      prompt: one.tokens.prompt + other.tokens.prompt,
      cached: one.tokens.cached + other.tokens.cached,
      image: one.tokens.image + other.tokens.image,
      answer: one.tokens.answer + other.tokens.answer,
      reasoning: one.tokens.reasoning + other.tokens.reasoning,
      billedOutput: one.tokens.billedOutput + other.tokens.billedOutput,
    },
    classes: classesOf(one, other),
  }
}

function classesOf(one: LedgerTotals, other: LedgerTotals): LedgerTotals['classes'] {
  const sums = TOKEN_CLASSES.map((name) => [name, one.classes[name] + other.classes[name]] as const)
  return { ...one.classes, ...Object.fromEntries(sums) }
}
