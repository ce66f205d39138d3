import type { TokenUsage } from '../../shared/usage/usage-schema.ts'
import { schedule as systemSchedule } from '../xai/wire-ports.ts'
import { createAnswerSaver } from './answer-saver.ts'
import { type ChatPorts, type ChatService, createChatService } from './chat.ts'
import { createChatFeed } from './chat-feed.ts'
import { type ChatOptionsService, createChatOptions } from './chat-options.ts'
import type { RunRequest } from './chat-run.ts'
import type { ComparisonStore } from './comparison-store.ts'
import { type ComparisonsService, createComparisons } from './comparisons.ts'
import { createConversationCopy } from './conversation-copy.ts'
import { type ConversationsService, createConversationsService } from './conversations.ts'
import { createDraftsService, type DraftStore, type DraftsService } from './drafts.ts'
import type { EstimatesService } from './estimates.ts'
import type { Expect } from './expectation.ts'
import { createImagesService, type ImagesService } from './images.ts'
import { askedModel } from './known-rates.ts'
import { createLiveAnswers } from './live-answers.ts'
import { createMessagesService, type MessagesService } from './messages.ts'
import type { SettingsStore } from './ports.ts'
import { createPromptFacts, type PromptFactsService } from './prompt-facts.ts'
import { createConversationReader } from './read-conversation.ts'
import { createRequestDetails, type DetailsStore, type RequestDetailsService } from './request-details.ts'
import { createSearchService, type SearchService } from './search.ts'
import type { SearchStore } from './search-store.ts'
import type { TokensService } from './tokens.ts'
import { createTransfers, type TransferFiles, type TransfersService } from './transfers.ts'
import {
  createUnsupportedParameters,
  type UnsupportedParameters,
  type UnsupportedStore,
} from './unsupported-parameters.ts'

export type ChatServices = {
  chat: ChatService
  comparisons: Omit<ComparisonsService, 'costSoFar' | 'settled'>
  conversations: ConversationsService & TransfersService & Pick<SearchService, 'search'>
  drafts: DraftsService
  messages: MessagesService
  images: ImagesService
  options: ChatOptionsService
  requestDetails: Pick<RequestDetailsService, 'read' | 'har'>
  prompt: PromptFactsService
  unsupported: Omit<UnsupportedParameters, 'learn'>
}

type Ports = Omit<ChatPorts, 'drafts' | 'drainOnStop' | 'watch' | 'usageTold' | 'settled' | 'progress'> & {
  stores: {
    comparisons: ComparisonStore
    details: DetailsStore
    drafts: DraftStore
    search: SearchStore
    unsupported: UnsupportedStore
  }
  files: TransferFiles
  settings: SettingsStore
  estimates: Pick<EstimatesService, 'learnFromRequest'>
  tokens: Pick<TokensService, 'count'>
  expect: Expect
}

/** Puts the parts of the Playground together: they share what is under way and who listens. */
export function composeChat(ports: Ports): ChatServices {
  const {
    store,
    images,
    clock,
    uuid,
    settings,
    schedule = systemSchedule,
    reportBug,
    estimates,
    stores,
  } = ports
  const live = createLiveAnswers()
  const saver = createAnswerSaver(store, schedule, reportBug)
  const reader = createConversationReader({ store, live, saver })
  const feed = createChatFeed(reader, live)
  const options = createChatOptions(settings)
  const unsupported = createUnsupportedParameters({ ...ports, store: stores.unsupported })
  const details = createRequestDetails(stores.details, reportBug)
  const search = createSearchService(stores.search, schedule, reportBug)
  const chat = createChatService(
    {
      ...ports,
      drafts: stores.drafts,
      drainOnStop: () => options.read().drainOnStop,
      watch: ({ request }, event) => details.watch(request.pending.attempt.id, event),
      usageTold: ({ request }, raw) => details.usageTold(request.pending.attempt.id, raw),
      progress: ({ conversationId }, { cost }) => comparisons.costSoFar(conversationId, cost?.ticks ?? null),
      settled(answer, { attempt }, drained) {
        details.settled(attempt.id)
        comparisons.settled(answer.conversationId)
        unsupported.learn(answer.request.target, attempt)
        if (!drained) learnOverhead(estimates, answer.request, attempt.usage)
        search.indexLater()
      },
    },
    { live, reader, feed, saver },
  )
  const messages = createMessagesService({ store, images, live, saver, feed, clock, uuid })
  const comparisons = createComparisons({
    ...{ ...ports, store: stores.comparisons, chats: store },
    ...{ reader, chat, messages },
  })
  const copy = createConversationCopy({ store, images, reader, clock, uuid })
  search.indexLater()
  return {
    chat: {
      ...chat,
      shutdown: () => chat.shutdown().then(details.saved).finally(search.close),
    },
    comparisons,
    conversations: {
      ...createConversationsService({ store, reader, feed, chat, clock, uuid }),
      ...createTransfers({ reader, copy, feed, ...ports.files }),
      search: search.search,
    },
    drafts: createDraftsService({ store: stores.drafts, images }),
    messages,
    images: createImagesService({ store: images, clock }),
    options,
    requestDetails: details,
    prompt: createPromptFacts({ reader, images, tokens: ports.tokens, expect: expectAsSent(ports) }),
    unsupported,
  }
}

/** By the connection and the list that a request would be sent with now. */
function expectAsSent({
  connection,
  catalog,
  expect,
}: Ports): Parameters<typeof createPromptFacts>[0]['expect'] {
  return async ({ model, parameters }, request) => {
    const target = await connection.target()
    return expect({ ...request, target, parameters, ...askedModel(await catalog.read(), target, model) })
  }
}

/** What tools and schemas add to a prompt is not text, so it would teach a wrong overhead. */
function learnOverhead(
  estimates: Ports['estimates'],
  { target, setup: { model, protocol, parameters }, prompt }: RunRequest,
  usage: TokenUsage | null,
): void {
  const plain = parameters.tools === undefined && parameters.responseFormat === undefined
  if (!plain || protocol !== 'chat') return
  void estimates.learnFromRequest({ target, model, prompt, usage })
}
