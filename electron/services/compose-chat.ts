import { schedule as systemSchedule } from '../xai/wire-ports.ts'
import { createAnswerSaver } from './answer-saver.ts'
import { type ChatPorts, type ChatService, createChatService } from './chat.ts'
import { createChatFeed } from './chat-feed.ts'
import { type ChatOptionsService, createChatOptions } from './chat-options.ts'
import { textOf } from './chat-prompt.ts'
import { type ConversationsService, createConversationsService } from './conversations.ts'
import type { EstimatesService } from './estimates.ts'
import { createImagesService, type ImagesService } from './images.ts'
import { createLiveAnswers } from './live-answers.ts'
import { createMessagesService, type MessagesService } from './messages.ts'
import type { SettingsStore } from './ports.ts'
import { createPromptFacts, type PromptFactsService } from './prompt-facts.ts'
import { createConversationReader } from './read-conversation.ts'
import type { TokensService } from './tokens.ts'
import {
  createUnsupportedParameters,
  type UnsupportedParameters,
  type UnsupportedStore,
} from './unsupported-parameters.ts'

export type ChatServices = {
  chat: ChatService
  conversations: ConversationsService
  messages: MessagesService
  images: ImagesService
  options: ChatOptionsService
  prompt: PromptFactsService
  unsupported: Omit<UnsupportedParameters, 'learn'>
}

type Ports = Omit<ChatPorts, 'drainOnStop' | 'watch' | 'usageTold' | 'settled'> & {
  settings: SettingsStore
  unsupportedStore: UnsupportedStore
  estimates: Pick<EstimatesService, 'learnFromRequest'>
  tokens: Pick<TokensService, 'count'>
}

/** Puts the parts of the Playground together: they share what is under way and who listens. */
export function composeChat(ports: Ports): ChatServices {
  const { store, images, clock, uuid, settings, schedule = systemSchedule, reportBug, estimates } = ports
  const live = createLiveAnswers()
  const saver = createAnswerSaver(store, schedule, reportBug)
  const reader = createConversationReader({ store, live, saver })
  const feed = createChatFeed(reader, live)
  const options = createChatOptions(settings)
  const unsupported = createUnsupportedParameters({ ...ports, store: ports.unsupportedStore })
  const chat = createChatService(
    {
      ...ports,
      drainOnStop: () => options.read().drainOnStop,
      settled({ request: { target, setup, turns } }, { attempt }, drained) {
        unsupported.learn(target, attempt)
        // What tools and schemas add to a prompt is not text, so it would teach a wrong overhead.
        const plain = setup.parameters.tools === undefined && setup.parameters.responseFormat === undefined
        if (drained || !plain || setup.protocol !== 'chat') return
        const texts = turns.map((turn) => ({ text: textOf(turn) }))
        void estimates.learnFromRequest({ target, model: setup.model, turns: texts, usage: attempt.usage })
      },
    },
    { live, reader, feed, saver },
  )
  return {
    chat,
    conversations: createConversationsService({ store, reader, feed, chat, clock, uuid }),
    messages: createMessagesService({ store, images, live, feed, clock, uuid }),
    images: createImagesService({ store: images, clock }),
    options,
    prompt: createPromptFacts({ reader, images, tokens: ports.tokens }),
    unsupported,
  }
}
