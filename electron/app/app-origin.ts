import { readUrl } from '../services/read-url.ts'

/** Where the page lives. One scheme, one host: everything else is foreign. */
export const APP_SCHEME = 'app'
const APP_ORIGIN = 'app://bundle'
export const APP_PAGE = `${APP_ORIGIN}/index.html`

/**
 * Whether an address is ours. `URL.origin` is the string "null" for custom schemes in Node, so scheme and host are
 * compared one by one; never by prefix (`app://bundle.evil/`).
 */
export function isOurs(address: string, developmentOrigin: string | null): boolean {
  const url = readUrl(address)
  if (url === null) return false
  if (developmentOrigin !== null && url.origin === developmentOrigin) return true
  return url.protocol === `${APP_SCHEME}:` && url.host === 'bundle' && url.username === '' && url.port === ''
}
