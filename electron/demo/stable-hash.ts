import { createHash } from 'node:crypto'

/** FNV-1a, 32 bits: one number for one text, the same on every machine and in every run. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return hash >>> 0
}

export function hexOf(text: string, digits: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits)
}

/** A UUID in shape only: the API's ids are not version 4 either (reference 5.1). */
export function uuidOf(text: string): string {
  const hex = hexOf(text, 32)
  return [8, 12, 16, 20, 32].map((end, at, ends) => hex.slice(ends[at - 1] ?? 0, end)).join('-')
}

/** One of a list, chosen by the hash of `seed`. The list must not be empty. */
export function pickBy<T>(list: readonly [T, ...T[]], seed: string): T {
  return list[hashOf(seed) % list.length] ?? list[0]
}
