import { about } from './about.ts'
import { catalog } from './catalog.ts'
import { chat } from './chat.ts'
import { connection } from './connection.ts'
import { estimates } from './estimates.ts'
import { exports } from './exports.ts'
import { preferences } from './preferences.ts'
import { tokens } from './tokens.ts'

/** Everything the page may ask of the main process: intentions, never mechanisms. */
export const contract = { about, catalog, chat, connection, estimates, exports, preferences, tokens }
export type Contract = typeof contract
