import { isTextOnly } from '../../shared/catalog/text-only.ts'
import { readTree } from '../../shared/chat/conversation-tree.ts'
import { addAt, addBeside } from '../../shared/chat/tree-changes.ts'
import type { Catalog } from '../../shared/contract/catalog.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import type { Message } from '../../shared/contract/message.ts'
import { measuredPrompt } from '../../shared/estimate/prompt-estimate.ts'
import type { Choice } from './answer-choices.ts'
import type { AnswerSaver } from './answer-saver.ts'
import type { AttemptLedger, FollowedAttempt } from './attempt-ledger.ts'
import { measureMessage, turnsOf } from './chat-prompt.ts'
import { type PendingAnswer, pendingAnswer, writtenMessage } from './chat-rows.ts'
import type { RunRequest } from './chat-run.ts'
import type { ChatStore, ImageStore, StoredMessage } from './chat-store.ts'
import type { DraftStore } from './drafts.ts'
import type { ExpectedRequest } from './expectation.ts'
import { askedModel, modelsOf, ratesFrom } from './known-rates.ts'
import { type Clock, ServiceFailure, type Target } from './ports.ts'
import type { Asked, Press } from './press.ts'
import type { ConversationReader } from './read-conversation.ts'

/** An answer whose rows are on disk, and what is to be asked for. */
export type StartedAnswer = {
  conversationId: string
  request: RunRequest
  /** Puts each try on record. */
  followed: FollowedAttempt | null
  /** The messages that came to the end of the branch shown; `null` when another branch is shown now. */
  added: Message[] | null
  /** Keeps other choices of the answer as branches beside it. */
  addBeside(message: PendingAnswer, others: readonly Choice[]): void
}

type StartPorts = {
  store: ChatStore
  images: ImageStore
  drafts: Pick<DraftStore, 'save'>
  clock: Clock
  uuid: () => string
  reader: ConversationReader
  saver: AnswerSaver
  follow?: AttemptLedger['follow']
}

/** Writes the rows of a turn and its answer; throws `not-found`, `invalid-request`, and what storing throws. */
export function createAnswerStart(ports: StartPorts) {
  const { store, images, clock, uuid, reader, saver } = ports
  const imageText = (hash: string) => {
    const content = images.content(hash)
    return content && Buffer.from(content).toString('base64')
  }

  return (press: Press, asked: Asked, target: Target, catalog: Catalog): StartedAnswer => {
    const { requestId, conversationId, setup } = press
    const at = clock.now()
    const ratesFor = ratesFrom(catalog, target)
    const { modelId, rates, thinks } = askedModel(catalog, target, setup.model)
    const pending = pendingAnswer({ id: uuid(), requestId, model: setup.model, target, rates, at })
    const said = saidBy(asked, at)
    const nodes = store.tree(conversationId)
    mustBeAnswer(asked)
    const begun = placed(nodes, said, pending.id, asked)
    if (begun === null) throw new ServiceFailure(failureOf('not-found'))
    const tree = readTree(begun)
    const above = tree.above(pending.id).filter((id) => id !== said?.id)
    const history = reader.prompts(above)
    const messages = said ? [...history, said] : history
    const turns = turnsOf(messages, imageText)
    if (turns.length === 0) throw new ServiceFailure(failureOf('invalid-request'))
    const pictured = turns.some(({ parts }) => parts.some(({ kind }) => kind === 'image'))
    if (pictured) mustTakeImages(setup.model, target, catalog)
    const added = said ? [said, pending] : [pending]
    const measures = [...reader.measures(above), ...(said ? [measureMessage(said)] : [])]
    const prompt = measuredPrompt(measures.map(({ text }) => text))
    const request = { target, setup, turns, prompt, pending, ratesFor }
    const images = messages.flatMap((message) => message.images)
    const followed = follow(press, request, { modelId, rates, thinks, images })
    try {
      saver.saveWaiting()
      store.together(() => {
        store.change(conversationId, { setup })
        store.addMessages(conversationId, added, begun)
        // Sent is not typed any more, also when the page does not live to say so.
        if (said) ports.drafts.save({ kind: 'conversation', conversationId }, null)
        store.touch(conversationId, at)
      })
    } catch (error) {
      followed?.settle(pending)
      throw error
    }
    return {
      ...{ conversationId, request, followed },
      added: atEnd(asked) ? added.map((message) => reader.withBranch(message, tree)) : null,
      addBeside: (message, others) => addOthers(conversationId, message, others),
    }
  }

  function follow(
    { requestId, conversationId }: Press,
    { target, setup, prompt, pending }: RunRequest,
    known: Pick<ExpectedRequest, 'modelId' | 'rates' | 'thinks' | 'images'>,
  ): FollowedAttempt | null {
    if (ports.follow === undefined) return null
    const { model, protocol, parameters } = setup
    return ports.follow({
      ...{ attemptId: requestId, conversationId, messageId: pending.id },
      ...{ target, protocol, model, parameters, prompt, ...known },
    })
  }

  function saidBy(asked: Asked, at: number): StoredMessage | null {
    if (asked.kind === 'again') return null
    const { text, images: used } = asked
    if (text === '' && used.length === 0) throw new ServiceFailure(failureOf('invalid-request'))
    const written = { role: 'user' as const, text, images: [...used], toolCallId: null }
    const message = writtenMessage(uuid(), written, at, images)
    if (message === null) throw new ServiceFailure(failureOf('not-found'))
    return message
  }

  function mustBeAnswer(asked: Asked): void {
    if (asked.kind !== 'again' || asked.instead === null) return
    const [answer] = store.messages([asked.instead])
    if (answer?.role !== 'assistant') throw new ServiceFailure(failureOf('not-found'))
  }

  function addOthers(conversationId: string, message: PendingAnswer, others: readonly Choice[]): void {
    const before = store.tree(conversationId)
    const beside = before.find(({ id }) => id === message.id)
    if (!beside) return
    const added = others.map((choice) => ({ ...message, ...choice, id: uuid(), choiceOf: message.id }))
    const nodes = added.map(({ id }) => ({ id, parent: beside.parent, chosen: 0, removed: false }))
    store.addMessages(conversationId, added, [...before, ...nodes])
  }
}

/** Throws `no-images` for a model that the server's own list says takes text only: it would refuse, or charge for less. */
export function mustTakeImages(model: string, target: Target, catalog: Catalog): void {
  if (isTextOnly(model, modelsOf(catalog, target))) throw new ServiceFailure(failureOf('no-images'))
}

function placed(
  nodes: Parameters<typeof addAt>[0],
  said: StoredMessage | null,
  answer: string,
  asked: Asked,
): ReturnType<typeof addAt> {
  if (asked.kind === 'again' && asked.instead !== null) return addBeside(nodes, answer, asked.instead)
  const withTurn = said ? addAt(nodes, said.id, { kind: 'end' }) : [...nodes]
  return withTurn && addAt(withTurn, answer, { kind: 'end' })
}

function atEnd(asked: Asked): boolean {
  return asked.kind === 'turn' || asked.instead === null
}
