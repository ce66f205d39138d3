import { createRouterClient } from '@orpc/server'
import type { AppRouter } from './router.ts'

/**
 * Asks once, while the page is still loading, what the page will ask first: the demo API starts, the list comes from
 * disk and the schemas are compiled before the first message arrives. What comes of it is the page's business later.
 */
export function warmUp(router: AppRouter): void {
  const client = createRouterClient(router)
  for (const read of [client.connection.status, client.preferences.read, client.catalog.read]) {
    void read().catch(() => undefined)
  }
}
