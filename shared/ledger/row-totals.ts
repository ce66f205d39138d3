import { TOKEN_CLASSES } from './ledger-kinds.ts'
import type { LedgerRow } from './ledger-row.ts'
import { type LedgerTotals, noTotals } from './ledger-totals.ts'

/** The totals that one row adds: what a roll-up counts of it. A pending row adds nothing. */
export function totalsOfRow(row: Omit<LedgerRow, 'sequence' | 'day'>): LedgerTotals {
  const none = noTotals()
  if (row.state === 'pending') return none
  const sign = row.kind === 'reversal' ? -1 : 1
  const { usage, computed } = row
  const count = (tokens: number | null | undefined) => sign * (tokens ?? 0)
  const ticks = (amount: bigint | null | undefined) => BigInt(sign) * (amount ?? 0n)
  const unpriced = row.complete ? 0 : sign
  return {
    requests: { ...none.requests, [row.state]: sign },
    spent: row.spent,
    confirmed: row.state === 'final' || row.state === 'rejected' ? row.spent : 0n,
    estimated: row.state === 'estimated' ? row.spent : 0n,
    unconfirmed: row.state === 'unknown' ? row.spent : 0n,
    unpriced,
    atLeast: unpriced > 0,
    billed: ticks(usage?.billed),
    billedRequests: (usage?.billed ?? null) === null ? 0 : sign,
    computed: ticks(computed?.total),
    computedRequests: computed === null ? 0 : sign,
    difference: ticks(row.difference?.ticks),
    differing: (row.difference?.ticks ?? 0n) === 0n ? 0 : sign,
    tokens: {
      prompt: count(usage?.promptTokens),
      cached: count(usage?.cachedTokens),
      image: count(usage?.imageTokens),
      answer: count(usage?.answerTokens),
      reasoning: count(usage?.reasoningTokens),
      billedOutput: count(usage?.billedOutputTokens),
    },
    classes: classesOf(row, BigInt(sign)),
  }
}

function classesOf({ computed, spent }: Pick<LedgerRow, 'computed' | 'spent'>, sign: bigint) {
  const lines = computed?.lines ?? []
  const amounts = TOKEN_CLASSES.filter((name) => name !== 'difference').map((name) => {
    const amount = lines.find(({ kind }) => kind === name)?.amount ?? 0n
    return [name, sign * amount] as const
  })
  const itemised = amounts.reduce((sum, [, amount]) => sum + amount, 0n)
  return { ...noTotals().classes, ...Object.fromEntries(amounts), difference: spent - itemised }
}
