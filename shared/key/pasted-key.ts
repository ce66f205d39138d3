/** Why what was pasted is no key that can be used there; a page has words for each. */
export type WhyNoKey =
  | { why: 'empty' }
  /** White space or a line break within: two things were pasted, or a sentence. */
  | { why: 'space-inside' }
  | { why: 'too-short' }
  | { why: 'too-long' }
  /** A character that no key has, such as `…` of a shortened key or `*` of a hidden one. */
  | { why: 'wrong-characters' }
  /** The key as a list of keys shows it, with its middle left out. */
  | { why: 'shortened' }
  /** Another service's key, by its beginning. */
  | { why: 'other-service'; service: string }
  /** xAI's own keys begin with `xai-`; this one does not. */
  | { why: 'wrong-prefix' }

export type PastedKey = { ok: true; key: string } | ({ ok: false } & WhyNoKey)

/** Which server the key is for: only xAI itself is strict about how a key begins. */
export type KeyFor = 'xai' | 'custom' | 'segmind'

const SHORTEST = 8
const LONGEST = 512
/** With all that is around it, as long as the contract takes. What is not looked at cannot hold the page up. */
const LONGEST_PASTED = 4096

/** What people copy along with a key, from a shell, a header or a page. */
const AROUND = [
  /^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff;,]+$/gu,
  /^["'`“”‘’«»]+|["'`“”‘’«»]+$/gu,
  /^(?:-H|--header)\s+/u,
  /^(?:export|set|setx)\s+(?=[A-Z_]*API_KEY)/iu,
  /^(?:\$env:)?(?:XAI|SEGMIND|GROK)_API_KEY["']?(?:\s*[=:]\s*|\s+)/iu,
  /^(?:Authorization|x-api-key)["']?\s*:\s*/iu,
  /^Bearer(?:\s+|$)/iu,
] as const

/** Beginnings that other services give their keys; the longer ones first. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['sk-ant-', 'Anthropic'],
  ['sk-or-', 'OpenRouter'],
  ['sk-', 'OpenAI'],
  ['gsk_', 'Groq'],
  ['AIza', 'Google'],
  ['hf_', 'Hugging Face'],
  ['pplx-', 'Perplexity'],
  ['ghp_', 'GitHub'],
  ['github_pat_', 'GitHub'],
  ['SG_', 'Segmind'],
]

/**
 * The key inside what was pasted, without what is around it: visible ASCII without any space, 8 to 512 characters.
 * Pure, so that a page can say what is wrong before anything is sent, and main can hold to the same rule.
 */
export function readPastedKey(pasted: string, keyFor: KeyFor): PastedKey {
  if (pasted.length > LONGEST_PASTED) return { ok: false, why: 'too-long' }
  const key = unwrapped(pasted)
  if (key === '') return { ok: false, why: 'empty' }
  if (/\.{3}|…|\*{3}|•/u.test(key)) return { ok: false, why: 'shortened' }
  if (/\s/u.test(key)) return { ok: false, why: 'space-inside' }
  if (!/^[\x21-\x7e]+$/.test(key)) return { ok: false, why: 'wrong-characters' }
  if (key.length < SHORTEST) return { ok: false, why: 'too-short' }
  if (key.length > LONGEST) return { ok: false, why: 'too-long' }
  return keyFor === 'xai' ? ofXai(key) : { ok: true, key }
}

function ofXai(key: string): PastedKey {
  if (key.startsWith('xai-')) return { ok: true, key }
  const other = OTHERS.find(([beginning]) => key.startsWith(beginning))
  if (other !== undefined) return { ok: false, why: 'other-service', service: other[1] }
  return { ok: false, why: 'wrong-prefix' }
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
