import type { ConnectionService } from '../services/connection.ts'
import type { KeyFactsService } from '../services/key-facts.ts'
import type { Implementer } from './implementer.ts'

export function connectionRoutes(
  { connection: os }: Implementer,
  connection: Omit<ConnectionService, 'target'>,
  keyFacts: KeyFactsService,
) {
  return os.router({
    status: os.status.handler(() => connection.status()),
    setBaseUrl: os.setBaseUrl.handler(({ input }) => connection.setBaseUrl(input.baseUrl)),
    saveKey: os.saveKey.handler(({ input }) => connection.saveKey(input.key, input.keep)),
    forgetKey: os.forgetKey.handler(() => connection.forgetKey()),
    inspectKey: os.inspectKey.handler(() => keyFacts.inspectKey()),
  })
}
