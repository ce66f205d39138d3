import type { PromptFacts } from '../../shared/contract/chat.ts'
import type { ChatSetup } from '../../shared/contract/conversation.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import type { ImageToUse } from '../../shared/contract/message.ts'
import { measuredPrompt, measureText } from '../../shared/estimate/prompt-estimate.ts'
import { textOf, turnsOf } from './chat-prompt.ts'
import type { ImageStore } from './chat-store.ts'
import type { Expectation, ExpectedRequest } from './expectation.ts'
import { ServiceFailure } from './ports.ts'
import type { ConversationReader } from './read-conversation.ts'
import type { TokensService } from './tokens.ts'

type Draft = { conversationId: string; text: string; images: readonly ImageToUse[] }

export type PromptFactsService = {
  /** Throws `not-found`. */
  read(draft: Draft & { setup: ChatSetup }): Promise<PromptFacts>
  /** Exact tokens of the texts, told by the server's tokenizer; throws what counting throws. */
  count(draft: Draft & { model: string }): Promise<{ tokens: number }>
}

type Ports = {
  reader: ConversationReader
  images: ImageStore
  tokens: Pick<TokensService, 'count'>
  /** What such a request would be held to be if it were sent now. */
  expect: (
    setup: ChatSetup,
    request: Pick<ExpectedRequest, 'conversationId' | 'prompt' | 'images'>,
  ) => Promise<Expectation>
}

/** What a branch with a draft behind it would send, for the cost card. */
export function createPromptFacts({ reader, images, tokens, expect }: Ports): PromptFactsService {
  function mustExist(conversationId: string): void {
    if (reader.row(conversationId) === null) throw new ServiceFailure(failureOf('not-found'))
  }
  return {
    async read({ conversationId, text, images: drafted, setup }) {
      mustExist(conversationId)
      const branch = reader.measures(reader.path(conversationId)).filter(({ isTurn }) => isTurn)
      const texts = branch.map((message) => message.text)
      const prompt = measuredPrompt(text === '' ? texts : [...texts, measureText(text)])
      const asked = drafted.flatMap(({ hash }) => images.facts(hash) ?? [])
      const sent = branch.flatMap((message) => message.images)
      const used = [...sent, ...asked].map(({ hash, type, width, height, bytes }) => ({
        hash,
        type,
        width,
        height,
        bytes,
      }))
      const turns = branch.length + (text === '' && drafted.length === 0 ? 0 : 1)
      const { answer, held } = await expect(setup, { conversationId, prompt, images: used })
      return { turns, ...prompt, images: used, answer, held }
    },
    async count({ conversationId, text, model }) {
      mustExist(conversationId)
      // What an image holds is no matter here, only that it is there.
      const turns = turnsOf(reader.promptBranch(conversationId), () => '')
      const joined = [...turns.map(textOf), ...(text === '' ? [] : [text])].join('\n')
      if (joined === '') return { tokens: 0 }
      return { tokens: (await tokens.count({ model, text: joined })).count }
    },
  }
}
