import { installTrustedTypes } from './app/trusted-types.ts'
import './app/styles/fonts.css'
import './app/styles/tokens.css'
import './app/styles/base.css'
import './app/styles/shared.css'
import './app/styles/shell.css'
import './app/styles/small-window.css'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { QueryClient } from '@tanstack/react-query'
import { setNonce } from 'get-nonce'
import { createRoot } from 'react-dom/client'
import { keepAddressOverReload } from './app/address-over-reload.ts'
import { navigate, readHash } from './app/hash-location.ts'
import { Page } from './app/page.tsx'
import { firstLanguage } from './app/page-language.ts'
import { restorePlaces } from './app/places.ts'
import { makeQueryClient } from './app/query-client.ts'
import { Shell } from './app/shell.tsx'
import { viewOfPath } from './app/views.ts'
import { initMessages, showLanguage } from './messages/index.ts'
import { connectRpc, type RpcClient } from './rpc.ts'

/**
 * How long the first frame waits for the preferences (ms), so that nothing jumps and the last view opens; then it goes
 * without them. The window is not shown before the services answer, so nobody looks at the empty page meanwhile.
 */
const PATIENCE_MS = 2_000

/** Starts the first reads together; what the frame itself depends on is what is waited for. */
async function prefetch(rpc: RpcClient, queries: QueryClient): Promise<void> {
  const query = createTanstackQueryUtils(rpc)
  void queries.prefetchQuery(query.catalog.read.queryOptions())
  await Promise.all([
    queries.prefetchQuery(query.connection.status.queryOptions()),
    queries.prefetchQuery(query.preferences.read.queryOptions()),
  ])
  const preferences = queries.getQueryData(query.preferences.read.queryKey())
  if (window.location.hash !== '' || preferences === undefined) return
  restorePlaces(preferences.viewSearches)
  if (viewOfPath(preferences.lastView) !== null) navigate(preferences.lastView, { replace: true })
}

function readNonce(): string {
  return document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? ''
}

async function start(): Promise<void> {
  const root = document.getElementById('root')
  if (root === null) throw new Error('index.html has no #root')
  setNonce(readNonce())
  keepAddressOverReload()
  initMessages()
  // Before the first frame, however long it takes: words that change while one reads them are worse than a late frame.
  const texts = showLanguage(firstLanguage())
  const rpc = connectRpc(window)
  const queries = makeQueryClient()
  await Promise.race([prefetch(rpc, queries), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
  await texts
  if (viewOfPath(readHash().path) === null) navigate('/models', { replace: true })
  createRoot(root).render(
    <Page rpc={rpc} queries={queries}>
      <Shell />
    </Page>,
  )
}

installTrustedTypes(window)
void start()
