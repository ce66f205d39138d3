import type { CatalogService } from '../services/catalog.ts'
import type { ChatService } from '../services/chat.ts'
import type { ConnectionService } from '../services/connection.ts'
import type { KeyFactsService } from '../services/key-facts.ts'
import type { ReportBug } from '../services/report-bug.ts'
import { type AboutService, aboutRoutes } from './about-routes.ts'
import { catalogRoutes } from './catalog-routes.ts'
import { chatRoutes } from './chat-routes.ts'
import { connectionRoutes } from './connection-routes.ts'
import { implementer } from './implementer.ts'
import { type PreferencesService, preferencesRoutes } from './preferences-routes.ts'

/** Only what the page may reach: `target`, which holds the key, and `shutdown` are not among it. */
export type Services = {
  about: AboutService
  catalog: CatalogService
  chat: Omit<ChatService, 'shutdown'>
  connection: Omit<ConnectionService, 'target'>
  keyFacts: KeyFactsService
  preferences: PreferencesService
}

/** The whole contract, answered. A call of the contract without a handler does not compile here. */
export function createRouter(services: Services, reportBug: ReportBug) {
  const os = implementer(reportBug)
  return os.router({
    about: aboutRoutes(os, services.about),
    catalog: catalogRoutes(os, services.catalog),
    chat: chatRoutes(os, services.chat),
    connection: connectionRoutes(os, services.connection, services.keyFacts),
    preferences: preferencesRoutes(os, services.preferences),
  })
}

export type AppRouter = ReturnType<typeof createRouter>
