export type WrongEntry = { kind: 'wrong-entry'; why: 'empty' | 'notAKey' }

/** What was typed or pasted as a key, without the white space around it. A key has none inside. */
export function judgeEntry(typed: string): WrongEntry | { kind: 'key'; key: string } {
  const key = typed.trim()
  if (key === '') return { kind: 'wrong-entry', why: 'empty' }
  if (/\s/.test(key) || key.length > 4096) return { kind: 'wrong-entry', why: 'notAKey' }
  return { kind: 'key', key }
}
