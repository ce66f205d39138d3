import { firstSchema } from './0001-first-schema.ts'
import { catalogHistory } from './0002-catalog-history.ts'
import { estimateSamples } from './0003-estimate-samples.ts'
import { connections } from './0004-connections.ts'
import { conversations } from './0005-conversations.ts'
import { ledgerTables } from './0006-ledger.ts'
import { ledgerOrder } from './0007-ledger-order.ts'
import { conversationSums } from './0008-conversation-sums.ts'
import { sourcesAndDrafts } from './0009-sources-and-drafts.ts'
import { ledgerSequence } from './0010-ledger-sequence.ts'
import { spreadsOfMonths } from './0011-spreads-of-months.ts'
import type { Migration } from './migration.ts'

/** Every step from an empty database to today's schema, lowest version first. */
export const migrations: readonly Migration[] = [
  firstSchema,
  catalogHistory,
  estimateSamples,
  connections,
  conversations,
  ledgerTables,
  ledgerOrder,
  conversationSums,
  sourcesAndDrafts,
  ledgerSequence,
  spreadsOfMonths,
]
