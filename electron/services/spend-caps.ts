type Column = { conversationId: string; position: number }

export type SpendCaps = {
  watch(comparisonId: string, cap: bigint, columns: readonly Column[]): void
  /** Ticks that one column cost so far; `null` leaves what was known. */
  costSoFar(conversationId: string, ticks: bigint | null): void
}

/** Adds up what the columns of each comparison cost; `reached` is called once, with all of them, when that is the cap. */
export function createSpendCaps(
  reached: (comparisonId: string, columns: readonly Column[]) => void,
): SpendCaps {
  const watched = new Map<string, { cap: bigint; columns: readonly Column[]; costs: Map<string, bigint> }>()
  const owners = new Map<string, string>()
  return {
    watch(comparisonId, cap, columns) {
      watched.set(comparisonId, { cap, columns, costs: new Map() })
      for (const { conversationId } of columns) owners.set(conversationId, comparisonId)
    },
    costSoFar(conversationId, ticks) {
      const comparisonId = owners.get(conversationId)
      const comparison = comparisonId === undefined ? undefined : watched.get(comparisonId)
      if (comparisonId === undefined || !comparison || ticks === null) return
      comparison.costs.set(conversationId, ticks)
      const total = [...comparison.costs.values()].reduce((sum, cost) => sum + cost, 0n)
      if (total < comparison.cap) return
      watched.delete(comparisonId)
      for (const column of comparison.columns) owners.delete(column.conversationId)
      reached(comparisonId, comparison.columns)
    },
  }
}
