const PAGE = 10

/** The row that a key leads to from row `index` of `count`; `null` when the key does not move between rows. */
export function rowAfterKey(key: string, index: number, count: number): number | null {
  const last = count - 1
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, index + 1)
    case 'ArrowUp':
      return Math.max(0, index - 1)
    case 'PageDown':
      return Math.min(last, index + PAGE)
    case 'PageUp':
      return Math.max(0, index - PAGE)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
