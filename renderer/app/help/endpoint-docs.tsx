import type { ReactNode } from 'react'
import { DocsLink } from './docs-link.tsx'
import type { DocsPage } from './docs-pages.ts'

/** Where the server's documentation describes what an endpoint of an access string does. */
const PAGES: ReadonlyMap<string, DocsPage> = new Map([
  ['chat', 'chat-reference'],
  ['sample', 'legacy-reference'],
  ['models', 'models-reference'],
  ['tokenize', 'key-and-tokens-reference'],
])

/** The page about an endpoint; nothing for one that is not documented. */
export function EndpointDocs({ endpoint }: { endpoint: string }): ReactNode {
  const page = PAGES.get(endpoint)
  return page === undefined ? null : <DocsLink page={page} />
}
