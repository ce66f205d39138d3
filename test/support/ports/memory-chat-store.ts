import type { ChatStore, ImageStore } from '../../../electron/services/chat-store.ts'
import type { composeChat } from '../../../electron/services/compose-chat.ts'
import { createLiveAnswers } from '../../../electron/services/live-answers.ts'
import { ServiceFailure, type SettingsStore } from '../../../electron/services/ports.ts'
import { createConversationReader } from '../../../electron/services/read-conversation.ts'
import { createCopies } from '../../../electron/storage/copies.ts'
import { loadEngine } from '../../../electron/storage/engine.ts'
import { createGuard } from '../../../electron/storage/guard.ts'
import { migrate } from '../../../electron/storage/migrate.ts'
import { migrations } from '../../../electron/storage/migrations/in-order.ts'
import { storagePaths } from '../../../electron/storage/storage-paths.ts'
import { createStores } from '../../../electron/storage/stores.ts'
import { createBeside } from '../../../electron/storage/thread/beside.ts'
import { createThreadWork } from '../../../electron/storage/thread/thread-work.ts'
import type { Conversation } from '../../../shared/contract/conversation.ts'
import { failureOf } from '../../../shared/contract/failure.ts'

export type MemoryChatStore = ChatStore & {
  images: ImageStore
  settings: SettingsStore
  stores: Parameters<typeof composeChat>[0]['stores']
  /** What a new start would find: the conversation used last, whole. */
  rows(): Conversation | null
  /** Every write in order, by its name. */
  writes: string[]
  full: boolean
}

const WRITES = [
  'create',
  'change',
  'touch',
  'setRemoved',
  'purge',
  'addMessages',
  'place',
  'edit',
  'saveAnswer',
] as const

/** The real store in a database that is not kept, on a disk that the test can fill. */
export function memoryChatStore(): MemoryChatStore {
  const engine = loadEngine()
  const database = engine.open(':memory:')
  database.exec('PRAGMA foreign_keys = ON')
  migrate(database, migrations, () => {})
  const unreadable = ({ table, id }: { table: string; id: string }) => {
    throw new Error(`unreadable row ${id} in ${table}`)
  }
  const guard = createGuard(() => {})
  const paths = storagePaths('/nowhere')
  const parts = { database, engine, paths, guard, newest: 0, now: () => 0, onUnreadableRow: unreadable }
  const ledgerReader = createThreadWork(parts)
  const nowhere = {
    file: null,
    setup: { folder: paths.folder, newest: 0, access: 'reads' as const },
    onBroken: () => {},
  }
  const beside = createBeside({ ...nowhere, inline: ledgerReader, onUnreadableRow: unreadable })
  const stores = createStores({
    ...parts,
    ...{ onDisk: false, ledgerReader, copies: createCopies({ ...parts, beside }) },
  })
  const { chats, images, settings } = stores
  const written = Object.fromEntries(
    WRITES.map((name) => [
      name,
      (...input: never[]) => {
        if (store.full) throw new ServiceFailure(failureOf('disk-full'))
        store.writes.push(name)
        const write: (...given: never[]) => unknown = chats[name]
        return write(...input)
      },
    ]),
  )
  const reader = createConversationReader({
    store: chats,
    live: createLiveAnswers(),
    saver: { waiting: () => null },
  })
  const store: MemoryChatStore = {
    ...chats,
    ...written,
    ...{ images, settings, stores, writes: [], full: false },
    rows() {
      const id = chats.latest()
      return id === null ? null : reader.conversation(id, { before: null, limit: 10_000 })
    },
  }
  return store
}
