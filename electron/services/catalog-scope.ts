import { keyMarkOf } from './key-mark.ts'
import type { Target } from './ports.ts'

/** The demo's port is another one at each start, but its list is the same. */
const DEMO_ORIGIN = 'demo'

/** Whose list it is: a server, and the mark of the key that it showed the list to (reference 2.1). */
export type CatalogScope = { origin: string; keyMark: string | null }

/** Of whom the list is that `target` would be shown; the demo is one origin whatever its port. */
export function catalogScopeOf(target: Target): CatalogScope {
  return { origin: target.demo ? DEMO_ORIGIN : target.baseUrl, keyMark: keyMarkOf(target) }
}
