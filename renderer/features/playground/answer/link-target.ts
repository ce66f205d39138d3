import { type SafeLink, safeLink } from './safe-link.ts'

/** `written` is what stood between the brackets; `growing` = the text ended inside it and more will come. */
type Target =
  | { kind: 'none' }
  | { kind: 'growing'; next: number }
  | { kind: 'found'; written: string; next: number }

const LONGEST = 2048
const DEEPEST = 32

/** Reads `(target)` or `(target "title")` at `at`, the place after the closing bracket. Looks at 2,048 characters at most. */
export function readTarget(text: string, at: number, open: boolean): Target {
  if (at >= text.length && open) return { kind: 'growing', next: at }
  if (text.charAt(at) !== '(') return { kind: 'none' }
  const limit = Math.min(text.length, at + LONGEST)
  let depth = 0
  for (let place = at; place < limit; place += 1) {
    const character = text.charAt(place)
    if (character === '\n') return { kind: 'none' }
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (depth > DEEPEST) return { kind: 'none' }
    if (depth === 0) return { kind: 'found', written: targetOf(text.slice(at + 1, place)), next: place + 1 }
  }
  return open && limit === text.length ? { kind: 'growing', next: limit } : { kind: 'none' }
}

/** Leaves out a title in quotes and the angle brackets a target may stand in. */
function targetOf(inside: string): string {
  const trimmed = inside.trim()
  const title = /^(\S+)[ \t]+["'(]/.exec(trimmed)
  const target = title?.[1] ?? trimmed
  return target.startsWith('<') && target.endsWith('>') ? target.slice(1, -1) : target
}

const BARE = /https:\/\/[^\s<>"'`*|\\[\]]{1,2048}/y
const IN_ANGLES = /<(https:\/\/[^\s<>"'`]{1,2048})>/y

type BareLink = { link: SafeLink; written: string; next: number }

/** A link written as itself, with or without angle brackets. Punctuation that ends the sentence is not part of it. */
export function readBareLink(text: string, at: number, open: boolean): BareLink | null {
  if (text.charAt(at) === '<') {
    IN_ANGLES.lastIndex = at
    const match = IN_ANGLES.exec(text)
    return linkOf(match?.[1], at + (match?.[0].length ?? 0))
  }
  if (/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return null
  BARE.lastIndex = at
  const match = BARE.exec(text)
  if (match === null) return null
  const written = withoutEnd(match[0])
  const grows = open && at + match[0].length === text.length
  return grows ? null : linkOf(written, at + written.length)
}

function linkOf(written: string | undefined, next: number): BareLink | null {
  if (written === undefined) return null
  const link = safeLink(written)
  return link === null ? null : { link, written, next }
}

function withoutEnd(written: string): string {
  let end = written.length
  while (end > 0 && /[.,;:!?_~]/.test(written.charAt(end - 1))) end -= 1
  const unbalanced = written.charAt(end - 1) === ')' && !written.slice(0, end).includes('(')
  return written.slice(0, unbalanced ? end - 1 : end)
}
