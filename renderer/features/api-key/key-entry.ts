import type { Profile } from '../../../shared/contract/connection.ts'
import { readPastedKey, type WhyNoKey } from '../../../shared/key/pasted-key.ts'

/** `notAKey` is what main found; the page knows more exactly. */
export type WrongEntry = { kind: 'wrong-entry' } & (WhyNoKey | { why: 'notAKey' })

/** The key in what was typed or pasted, without what is around it (quotes, `Bearer`, …), or why there is none. */
export function judgeEntry(typed: string, kind: Profile['kind']): WrongEntry | { kind: 'key'; key: string } {
  const { ok, ...read } = readPastedKey(typed, kind === 'demo' ? 'custom' : kind)
  if ('key' in read) return { kind: 'key', key: read.key }
  return { kind: 'wrong-entry', ...read }
}
