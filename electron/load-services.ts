import { nextTurn } from './app/next-turn.ts'
import type { startServices } from './start-services.ts'

/** What the services are made of, each a part that takes a few milliseconds to load, in the order of what needs what. */
const PARTS: readonly (() => Promise<unknown>)[] = [
  () => import('../shared/contract/failure.ts'),
  () => import('../shared/contract/catalog.ts'),
  () => import('../shared/contract/chat.ts'),
  () => import('../shared/contract/index.ts'),
  () => import('./storage/open-storage.ts'),
  () => import('./rpc/router.ts'),
  () => import('./rpc/serve.ts'),
  () => import('./compose-services.ts'),
]

/** Loads the services part by part, so that the window is never kept waiting for all of it. */
export async function loadServices(): Promise<typeof startServices> {
  for (const load of PARTS) {
    await nextTurn()
    await load()
  }
  const loaded = await import('./start-services.ts')
  return loaded.startServices
}
