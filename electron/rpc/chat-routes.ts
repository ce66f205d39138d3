import type { ChatServices } from '../services/compose-chat.ts'
import { disposable } from './disposable.ts'
import type { Implementer } from './implementer.ts'

export type ChatRouteServices = Pick<ChatServices, 'options' | 'prompt' | 'unsupported'> & {
  chat: Omit<ChatServices['chat'], 'shutdown' | 'underWay'>
}

export function chatRoutes({ chat: os }: Implementer, services: ChatRouteServices) {
  const { chat, options, prompt, unsupported } = services
  return os.router({
    send: os.send.handler(({ input }) => chat.send(input)),
    ask: os.ask.handler(({ input }) => chat.ask(input)),
    stop: os.stop.handler(({ input }) => chat.stop(input)),
    events: os.events.handler(({ input, signal }) => disposable(chat.events(input, signal))),
    unsupported: os.unsupported.handler(() => unsupported.list()),
    supportAgain: os.supportAgain.handler(({ input }) => unsupported.forget(input)),
    options: os.options.handler(() => options.read()),
    setOptions: os.setOptions.handler(({ input }) => options.change(input)),
    prompt: os.prompt.handler(({ input }) => prompt.read(input)),
    countPrompt: os.countPrompt.handler(({ input }) => prompt.count(input)),
  })
}
