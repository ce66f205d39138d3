import type { BudgetsService } from '../services/budgets.ts'
import type { CareService } from '../services/care.ts'
import type { CatalogServices } from '../services/compose-catalog.ts'
import type { ChatServices } from '../services/compose-chat.ts'
import type { DiagnosticsService } from '../services/diagnostics.ts'
import type { EstimatesService } from '../services/estimates.ts'
import type { ExportService } from '../services/exports.ts'
import type { LedgerService } from '../services/ledger.ts'
import type { LicencesService } from '../services/licences.ts'
import type { ReportBug } from '../services/report-bug.ts'
import type { TokensService } from '../services/tokens.ts'
import type { UpdatesService } from '../services/updates.ts'
import { type AboutService, aboutRoutes } from './about-routes.ts'
import { budgetsRoutes } from './budgets-routes.ts'
import { careRoutes } from './care-routes.ts'
import { catalogRoutes } from './catalog-routes.ts'
import { type ChatRouteServices, chatRoutes } from './chat-routes.ts'
import { comparisonsRoutes } from './comparisons-routes.ts'
import { type ConnectionParts, connectionRoutes } from './connection-routes.ts'
import { conversationsRoutes } from './conversations-routes.ts'
import { type DesktopParts, desktopRoutes } from './desktop-routes.ts'
import { diagnosticsRoutes } from './diagnostics-routes.ts'
import { draftsRoutes } from './drafts-routes.ts'
import { estimatesRoutes } from './estimates-routes.ts'
import { exportsRoutes } from './exports-routes.ts'
import { imagesRoutes } from './images-routes.ts'
import { implementer } from './implementer.ts'
import { ledgerRoutes } from './ledger-routes.ts'
import { licencesRoutes } from './licences-routes.ts'
import { messagesRoutes } from './messages-routes.ts'
import { type PreferencesService, preferencesRoutes } from './preferences-routes.ts'
import { requestDetailsRoutes } from './request-details-routes.ts'
import { tokensRoutes } from './tokens-routes.ts'
import { updatesRoutes } from './updates-routes.ts'

/** Only what the page may reach: `target`, which holds the key, and `shutdown` are not among it. */
export type Services = ConnectionParts &
  ChatRouteServices &
  Pick<
    ChatServices,
    'comparisons' | 'conversations' | 'drafts' | 'images' | 'messages' | 'requestDetails'
  > & {
    about: AboutService
    budgets: Omit<BudgetsService, 'look'>
    care: Omit<CareService, 'tend'>
    catalog: CatalogServices
    desktop: DesktopParts
    diagnostics: DiagnosticsService
    exports: ExportService
    estimates: Pick<EstimatesService, 'read'>
    ledger: LedgerService
    licences: LicencesService
    updates: Pick<UpdatesService, 'read' | 'check'>
    preferences: PreferencesService
    tokens: TokensService
  }

/** The whole contract, answered. A call of the contract without a handler does not compile here. */
export function createRouter(services: Services, reportBug: ReportBug) {
  const os = implementer(reportBug)
  return os.router({
    about: aboutRoutes(os, services.about, reportBug),
    budgets: budgetsRoutes(os, services.budgets),
    care: careRoutes(os, services.care),
    catalog: catalogRoutes(os, services.catalog),
    chat: chatRoutes(os, services),
    comparisons: comparisonsRoutes(os, services.comparisons),
    connection: connectionRoutes(os, services),
    conversations: conversationsRoutes(os, services.conversations),
    desktop: desktopRoutes(os, services.desktop),
    diagnostics: diagnosticsRoutes(os, services.diagnostics),
    drafts: draftsRoutes(os, services.drafts),
    exports: exportsRoutes(os, services.exports),
    estimates: estimatesRoutes(os, services.estimates),
    images: imagesRoutes(os, services.images),
    ledger: ledgerRoutes(os, services.ledger),
    licences: licencesRoutes(os, services.licences),
    messages: messagesRoutes(os, services.messages),
    preferences: preferencesRoutes(os, services.preferences),
    requestDetails: requestDetailsRoutes(os, services.requestDetails),
    tokens: tokensRoutes(os, services.tokens),
    updates: updatesRoutes(os, services.updates),
  })
}

export type AppRouter = ReturnType<typeof createRouter>
