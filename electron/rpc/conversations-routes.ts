import type { ChatServices } from '../services/compose-chat.ts'
import { disposable } from './disposable.ts'
import type { Implementer } from './implementer.ts'

export function conversationsRoutes(
  { conversations: os }: Implementer,
  conversations: ChatServices['conversations'],
) {
  return os.router({
    list: os.list.handler(({ input }) => conversations.list(input)),
    search: os.search.handler(({ input }) => conversations.search(input)),
    latest: os.latest.handler(() => conversations.latest()),
    create: os.create.handler(({ input }) => conversations.create(input)),
    read: os.read.handler(({ input }) => conversations.read(input)),
    find: os.find.handler(({ input }) => conversations.find(input)),
    rename: os.rename.handler(({ input }) => conversations.rename(input)),
    pin: os.pin.handler(({ input }) => conversations.pin(input)),
    configure: os.configure.handler(({ input }) => conversations.configure(input)),
    duplicate: os.duplicate.handler(({ input }) => conversations.duplicate(input)),
    remove: os.remove.handler(({ input }) => conversations.remove(input)),
    restore: os.restore.handler(({ input }) => conversations.restore(input)),
    costs: os.costs.handler(({ input }) => conversations.costs(input)),
    export: os.export.handler(({ input }) => conversations.export(input)),
    importText: os.importText.handler(({ input }) => conversations.importText(input)),
    import: os.import.handler(() => conversations.import()),
    events: os.events.handler(({ signal }) => disposable(conversations.events(signal))),
  })
}
