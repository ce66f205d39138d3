import type { ChatService } from '../services/chat.ts'
import { disposable } from './disposable.ts'
import type { Implementer } from './implementer.ts'

export function chatRoutes({ chat: os }: Implementer, chat: Omit<ChatService, 'shutdown'>) {
  return os.router({
    conversation: os.conversation.handler(() => chat.conversation()),
    send: os.send.handler(({ input }) => chat.send(input)),
    retry: os.retry.handler(({ input }) => chat.retry(input)),
    stop: os.stop.handler(() => chat.stop()),
    startNew: os.startNew.handler(() => chat.startNew()),
    events: os.events.handler(({ signal }) => disposable(chat.events(signal))),
  })
}
