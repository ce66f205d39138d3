import type { ConversationsService } from '../services/conversations.ts'
import { disposable } from './disposable.ts'
import type { Implementer } from './implementer.ts'

export function conversationsRoutes({ conversations: os }: Implementer, conversations: ConversationsService) {
  return os.router({
    list: os.list.handler(({ input }) => conversations.list(input)),
    latest: os.latest.handler(() => conversations.latest()),
    create: os.create.handler(({ input }) => conversations.create(input)),
    read: os.read.handler(({ input }) => conversations.read(input)),
    find: os.find.handler(({ input }) => conversations.find(input)),
    rename: os.rename.handler(({ input }) => conversations.rename(input)),
    pin: os.pin.handler(({ input }) => conversations.pin(input)),
    configure: os.configure.handler(({ input }) => conversations.configure(input)),
    remove: os.remove.handler(({ input }) => conversations.remove(input)),
    restore: os.restore.handler(({ input }) => conversations.restore(input)),
    costs: os.costs.handler(({ input }) => conversations.costs(input)),
    events: os.events.handler(({ signal }) => disposable(conversations.events(signal))),
  })
}
