import type { MessagesService } from '../services/messages.ts'
import type { Implementer } from './implementer.ts'

export function messagesRoutes({ messages: os }: Implementer, messages: MessagesService) {
  return os.router({
    add: os.add.handler(({ input }) => messages.add(input)),
    edit: os.edit.handler(({ input }) => messages.edit(input)),
    branch: os.branch.handler(({ input }) => messages.branch(input)),
    choose: os.choose.handler(({ input }) => messages.choose(input)),
    move: os.move.handler(({ input }) => messages.move(input)),
    remove: os.remove.handler(({ input }) => messages.remove(input)),
    restore: os.restore.handler(({ input }) => messages.restore(input)),
  })
}
