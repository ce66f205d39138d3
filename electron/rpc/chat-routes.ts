import { AsyncIteratorClass } from '@orpc/server'
import type { ChatEvent } from '../../shared/contract/chat.ts'
import type { ChatService } from '../services/chat.ts'
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

/** The contract asks for `Symbol.asyncDispose`, which Node 18 lacks; oRPC's own class stands in for it. */
function disposable(
  events: AsyncIterableIterator<ChatEvent>,
): AsyncIteratorClass<ChatEvent, undefined, void> {
  return new AsyncIteratorClass(
    async () => {
      const event = await events.next()
      return event.done ? { done: true, value: undefined } : event
    },
    async () => {
      await events.return?.()
    },
  )
}
