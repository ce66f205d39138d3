import type { ReactNode } from 'react'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import { DocsLink } from './docs-link.tsx'
import type { DocsPage } from './docs-pages.ts'

/** Where the server's own documentation says more about what it refused. Failures of this computer have no page there. */
const PAGES: { readonly [Code in FailureCode]?: DocsPage } = {
  'wrong-key': 'errors',
  'not-permitted': 'errors',
  'key-disabled': 'key-and-tokens-reference',
  'key-blocked': 'key-and-tokens-reference',
  'credits-used-up': 'rate-limits',
  'rate-limited': 'rate-limits',
  'model-not-found': 'models',
  'prompt-too-long': 'models',
  'invalid-request': 'errors',
  unavailable: 'errors',
  'server-error': 'errors',
}

/** The page about this failure; nothing when there is none. */
export function FailureDocs({ code }: { code: FailureCode }): ReactNode {
  const page = PAGES[code]
  return page === undefined ? null : <DocsLink page={page} />
}
