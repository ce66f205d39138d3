export type WrongEntry = { kind: 'wrong-entry'; why: 'empty' | 'notAKey' | 'tooLong' }

/** What was typed or pasted as a key. What is around the key in it (quotes, `Bearer`, …) main takes away, or refuses. */
export function judgeEntry(typed: string): WrongEntry | { kind: 'key'; key: string } {
  const key = typed.trim()
  if (key === '') return { kind: 'wrong-entry', why: 'empty' }
  if (key.length > 4096) return { kind: 'wrong-entry', why: 'tooLong' }
  return { kind: 'key', key }
}
