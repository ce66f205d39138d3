import type { ChatSetup } from '../../../shared/contract/conversation.ts'
import type { PageClient } from './router-bench.ts'

export const setupOf = (model: string): ChatSetup => ({ model, protocol: 'chat', parameters: {} })

/** What a page asks in the conversation used last, with a press of its own unless told which. */
export function pagePress(client: PageClient) {
  const open = () => client.conversations.latest()
  const conversation = async () =>
    client.conversations.read({ ...(await open()), before: null, limit: 10_000 })
  return {
    conversation,
    async send(model: string, text: string, requestId: string = crypto.randomUUID()) {
      return client.chat.send({ requestId, ...(await open()), setup: setupOf(model), text, images: [] })
    },
    /** Asks again for the last answer. */
    async again(model: string) {
      const { id: conversationId, messages } = await conversation()
      const press = { requestId: crypto.randomUUID(), conversationId, setup: setupOf(model) }
      return client.chat.ask({ ...press, instead: messages.at(-1)?.id ?? null })
    },
    stop: async () => client.chat.stop(await open()),
    events: async (options?: { signal: AbortSignal }) => client.chat.events(await open(), options),
  }
}
