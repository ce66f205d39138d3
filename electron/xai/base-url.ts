import { readUrl } from '../services/read-url.ts'

export const DEFAULT_BASE_URL = 'https://api.x.ai'
export const SEGMIND_BASE_URL = 'https://api.segmind.com'

type BaseUrlProblem =
  | 'empty'
  | 'not-a-url'
  | 'scheme'
  | 'not-encrypted'
  | 'userinfo'
  | 'query'
  | 'fragment'
  | 'path'

export type BaseUrlReading =
  | { ok: true; baseUrl: string; origin: string; host: string }
  | { ok: false; why: BaseUrlProblem }

/**
 * Reads the base URL a person typed. `https` only, `http` for this computer only (security A8).
 *
 * People paste `https://api.x.ai/v1`, because most clients ask for it with `/v1`: that ending is dropped. Any other path
 * is refused (`path`): the key is bound to an origin, and a prefix would make two different servers behind one origin
 * look the same. `baseUrl` equals `origin`: no path, no trailing slash. `host` includes a port that is not the usual one.
 */
export function parseBaseUrl(text: string): BaseUrlReading {
  const trimmed = text.trim()
  if (trimmed === '') return { ok: false, why: 'empty' }
  const url = readUrl(trimmed)
  if (url === null) return { ok: false, why: 'not-a-url' }
  const why = problemOf(url, trimmed)
  if (why !== null) return { ok: false, why }
  return { ok: true, baseUrl: url.origin, origin: url.origin, host: url.host }
}

function problemOf(url: URL, text: string): BaseUrlProblem | null {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'scheme'
  if (url.username !== '' || url.password !== '' || authorityOf(text).includes('@')) return 'userinfo'
  if (url.protocol === 'http:' && !isThisComputer(url.hostname)) return 'not-encrypted'
  // `search` and `hash` are empty for a bare `?` or `#`, so the text is asked too.
  if (url.hash !== '' || text.includes('#')) return 'fragment'
  if (url.search !== '' || text.includes('?')) return 'query'
  return /^\/*(v1\/*)?$/.test(url.pathname) ? null : 'path'
}

/** `URL` drops an empty `user@`; a person who wrote one should still hear about it. */
function authorityOf(text: string): string {
  return /^[a-z+.-]+:[\\/]*([^\\/?#]*)/i.exec(text)?.[1] ?? ''
}

/** Loopback by name or literal. `URL` has already turned spellings such as `127.1` into four numbers. */
function isThisComputer(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}
