import { failureOf } from '../../shared/contract/failure.ts'
import { ServiceFailure } from './ports.ts'

const SHORTEST = 8
const LONGEST = 512
/** Four characters of a key this short would give too much of it away. */
const SHOWS_LAST_FOUR_ABOVE = 12

/** What people copy along with a key, from a shell, a header or a page. */
const AROUND = [
  /^[\s\u200b\u2060]+|[\s\u200b\u2060;]+$/gu,
  /^["'`“”‘’]+|["'`“”‘’]+$/gu,
  /^(?:-H|--header)\s+/u,
  /^(?:export|set|setx)\s+(?=XAI_API_KEY)/iu,
  /^(?:\$env:)?XAI_API_KEY["']?(?:\s*[=:]\s*|\s+)/iu,
  /^Authorization\s*:\s*/iu,
  /^Bearer\s+/iu,
] as const

/**
 * The key inside what was pasted: visible ASCII without any space, 8 to 512 characters. Throws `ServiceFailure` with
 * `key-unusable` when nothing like that is left; the text itself is in no error.
 */
export function cleanKey(pasted: string): string {
  const key = unwrapped(pasted)
  const isUsable = key.length >= SHORTEST && key.length <= LONGEST && /^[\x21-\x7e]+$/.test(key)
  if (!isUsable) throw new ServiceFailure(failureOf('key-unusable'))
  return key
}

/** The last four characters as the page may see them, or `''` when the key is too short to show any. */
export function lastFourOf(key: string): string {
  return key.length > SHOWS_LAST_FOUR_ABOVE ? key.slice(-4) : ''
}

/** The key as it may be shown and recorded: `xai-...7Kq2`, the way the API itself redacts it. */
export function keyIdOf(key: string): string {
  return `${key.startsWith('xai-') ? 'xai-' : ''}...${lastFourOf(key)}`
}

/** Wrappings are nested in any order (`export XAI_API_KEY="…"`), so it goes on until nothing more comes off. */
function unwrapped(text: string): string {
  let rest = text
  for (;;) {
    const next = AROUND.reduce((inner, pattern) => inner.replace(pattern, ''), rest)
    if (next === rest) return rest
    rest = next
  }
}
