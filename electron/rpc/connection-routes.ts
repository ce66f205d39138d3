import type { ConnectionService } from '../services/connection.ts'
import type { KeyFactsService } from '../services/key-facts.ts'
import type { KeyHealthService } from '../services/key-health.ts'
import { disposable } from './disposable.ts'
import type { Implementer } from './implementer.ts'

/** Only what the page may reach: `target`, which holds the key, is not among it. */
export type ConnectionParts = {
  connection: Omit<ConnectionService, 'target' | 'inUse'>
  keyFacts: Pick<KeyFactsService, 'inspectKey'>
  keyHealth: Pick<KeyHealthService, 'checkHealth' | 'limits' | 'events'>
}

export function connectionRoutes(
  { connection: os }: Implementer,
  { connection, keyFacts, keyHealth }: ConnectionParts,
) {
  return os.router({
    status: os.status.handler(() => connection.status()),
    add: os.add.handler(({ input }) => connection.add(input)),
    rename: os.rename.handler(({ input }) => connection.rename(input.profile, input.name)),
    remove: os.remove.handler(({ input }) => connection.remove(input.profile)),
    use: os.use.handler(({ input }) => connection.use(input.profile)),
    setBaseUrl: os.setBaseUrl.handler(({ input }) => connection.setBaseUrl(input.baseUrl, input.profile)),
    saveKey: os.saveKey.handler(({ input }) => connection.saveKey(input.key, input.keep, input.profile)),
    forgetKey: os.forgetKey.handler(({ input }) => connection.forgetKey(input?.profile)),
    moveKey: os.moveKey.handler(({ input }) => connection.moveKey(input.to, input.profile)),
    inspectKey: os.inspectKey.handler(() => keyFacts.inspectKey()),
    checkHealth: os.checkHealth.handler(() => keyHealth.checkHealth()),
    limits: os.limits.handler(() => keyHealth.limits()),
    events: os.events.handler(({ signal }) => disposable(keyHealth.events(signal))),
  })
}
