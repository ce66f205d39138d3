import { about } from './about.ts'
import { catalog } from './catalog.ts'
import { chat } from './chat.ts'
import { connection } from './connection.ts'
import { preferences } from './preferences.ts'

/** Everything the page may ask of the main process: intentions, never mechanisms. */
export const contract = { about, catalog, chat, connection, preferences }
export type Contract = typeof contract
