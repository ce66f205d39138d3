import { about } from './about.ts'
import { catalog } from './catalog.ts'
import { chat } from './chat.ts'
import { connection } from './connection.ts'
import { exports } from './exports.ts'
import { preferences } from './preferences.ts'

/** Everything the page may ask of the main process: intentions, never mechanisms. */
export const contract = { about, catalog, chat, connection, exports, preferences }
export type Contract = typeof contract
