import { about } from './about.ts'
import { budgets } from './budgets.ts'
import { care } from './care.ts'
import { catalog } from './catalog.ts'
import { chat } from './chat.ts'
import { comparisons } from './comparisons.ts'
import { connection } from './connection.ts'
import { conversations } from './conversations.ts'
import { desktop } from './desktop.ts'
import { diagnostics } from './diagnostics.ts'
import { drafts } from './drafts.ts'
import { estimates } from './estimates.ts'
import { exports } from './exports.ts'
import { images } from './images.ts'
import { ledger } from './ledger.ts'
import { licences } from './licences.ts'
import { messages } from './messages.ts'
import { preferences } from './preferences.ts'
import { requestDetails } from './request-details.ts'
import { tokens } from './tokens.ts'
import { updates } from './updates.ts'

/** Everything the page may ask of the main process: intentions, never mechanisms. */
export const contract = {
  about,
  budgets,
  care,
  catalog,
  chat,
  comparisons,
  connection,
  conversations,
  desktop,
  diagnostics,
  drafts,
  estimates,
  exports,
  images,
  ledger,
  licences,
  messages,
  preferences,
  requestDetails,
  tokens,
  updates,
}
export type Contract = typeof contract
