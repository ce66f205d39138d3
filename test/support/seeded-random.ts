/** Choices that follow from a seed (mulberry32), so that a run which failed can be repeated. */
export type SeededRandom = {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number
  /** `true` in about `share` of all cases. */
  chance(share: number): boolean
  /** Throws for an empty list. */
  pick<T>(list: readonly T[]): T
}

export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick(list) {
      const [chosen] = list.slice(below(list.length))
      if (chosen === undefined) throw new Error('nothing to pick from, or nothing was picked')
      return chosen
    },
  }
}
