import type { implement } from '@orpc/server'
import type { contract } from '../../shared/contract/index.ts'
import { ASSUMED_ANSWER } from '../../shared/estimate/likely-answer.ts'
import type { FakeHandlers } from './fake-handlers.ts'
import { sampleComparison, sampleConversation, sampleConversationRow } from './sample-conversation.ts'

type Playground = Pick<
  FakeHandlers,
  'chat' | 'comparisons' | 'conversations' | 'drafts' | 'images' | 'messages' | 'requestDetails'
>

/** The calls of the Playground, answered like a fresh start: one conversation, empty, and nothing else. */
export function fakePlayground(): Playground {
  let options = { drainOnStop: false }
  const changed = ({ messageId }: { messageId: string }) => ({ messageId })
  return {
    chat: {
      send: () => ({ messageId: 'm1' }),
      ask: () => ({ messageId: 'm1' }),
      stop: () => ({ stopped: false }),
      events: async function* (_input, signal) {
        yield { kind: 'snapshot', conversation: sampleConversation() }
        await left(signal)
      },
      unsupported: () => [],
      supportAgain: () => [],
      options: () => options,
      setOptions: (input) => {
        options = input
        return options
      },
      prompt: () => ({
        ...{ turns: 0, raw: 0, kind: 'prose', images: [] },
        ...{ answer: { tokens: ASSUMED_ANSWER, from: 'assumed' }, held: 0n },
      }),
      countPrompt: () => ({ tokens: 0 }),
    },
    comparisons: fakeComparisons(),
    conversations: {
      search: () => ({ hits: [], next: null, pending: false }),
      duplicate: () => ({ conversationId: 'c2' }),
      export: () => ({ outcome: 'declined' }),
      import: () => ({ outcome: 'declined' }),
      importText: () => ({ outcome: 'refused', why: 'not-a-conversation' }),
      list: () => ({ rows: [sampleConversationRow()], next: null }),
      latest: () => ({ conversationId: 'c1' }),
      create: () => ({ conversationId: 'c1' }),
      read: () => sampleConversation(),
      find: () => ({ index: 0 }),
      rename: ({ title }) => sampleConversationRow({ title }),
      pin: ({ pinned }) => sampleConversationRow({ pinned }),
      configure: ({ setup }) => sampleConversationRow({ setup }),
      remove: () => ({}),
      restore: () => sampleConversationRow(),
      costs: () => [],
      // biome-ignore lint/correctness/useYield: nothing happens to the list
      events: async function* (_input, signal) {
        await left(signal)
      },
    },
    drafts: { read: () => null, save: () => ({}) },
    images: {
      add: () => ({ outcome: 'refused', why: 'type' }),
      read: () => ({ type: 'image/png', base64: '' }),
    },
    requestDetails: {
      read: ({ attemptId }) => ({ attemptId, events: [], usage: null }),
      har: () => ({ text: '{}' }),
    },
    messages: {
      add: () => ({ messageId: 'm1' }),
      edit: changed,
      branch: () => ({ messageId: 'm2' }),
      choose: changed,
      move: changed,
      remove: changed,
      restore: changed,
    },
  }
}

function fakeComparisons(): FakeHandlers['comparisons'] {
  const one = () => sampleComparison()
  return {
    ...{ start: one, stop: one, read: one, vote: one, note: one, restore: one },
    list: () => ({ rows: [], next: null }),
    remove: () => ({}),
    markdown: () => ({ text: '' }),
  }
}

function left(signal: AbortSignal | undefined): Promise<unknown> {
  return new Promise((resolve) => signal?.addEventListener('abort', resolve))
}

type Implemented = ReturnType<typeof implement<typeof contract>>

/** The same calls as procedures of a router. */
export function playgroundRouter(
  { chat, comparisons, conversations, drafts, images, messages, requestDetails }: Implemented,
  on: Playground,
) {
  return {
    chat: {
      send: chat.send.handler(({ input, signal }) => on.chat.send(input, signal)),
      ask: chat.ask.handler(({ input, signal }) => on.chat.ask(input, signal)),
      stop: chat.stop.handler(({ input, signal }) => on.chat.stop(input, signal)),
      events: chat.events.handler(({ input, signal }) => on.chat.events(input, signal)),
      unsupported: chat.unsupported.handler(({ input, signal }) => on.chat.unsupported(input, signal)),
      supportAgain: chat.supportAgain.handler(({ input, signal }) => on.chat.supportAgain(input, signal)),
      options: chat.options.handler(({ input, signal }) => on.chat.options(input, signal)),
      setOptions: chat.setOptions.handler(({ input, signal }) => on.chat.setOptions(input, signal)),
      prompt: chat.prompt.handler(({ input, signal }) => on.chat.prompt(input, signal)),
      countPrompt: chat.countPrompt.handler(({ input, signal }) => on.chat.countPrompt(input, signal)),
    },
    comparisons: {
      start: comparisons.start.handler(({ input, signal }) => on.comparisons.start(input, signal)),
      stop: comparisons.stop.handler(({ input, signal }) => on.comparisons.stop(input, signal)),
      read: comparisons.read.handler(({ input, signal }) => on.comparisons.read(input, signal)),
      list: comparisons.list.handler(({ input, signal }) => on.comparisons.list(input, signal)),
      vote: comparisons.vote.handler(({ input, signal }) => on.comparisons.vote(input, signal)),
      note: comparisons.note.handler(({ input, signal }) => on.comparisons.note(input, signal)),
      remove: comparisons.remove.handler(({ input, signal }) => on.comparisons.remove(input, signal)),
      restore: comparisons.restore.handler(({ input, signal }) => on.comparisons.restore(input, signal)),
      markdown: comparisons.markdown.handler(({ input, signal }) => on.comparisons.markdown(input, signal)),
    },
    requestDetails: {
      read: requestDetails.read.handler(({ input, signal }) => on.requestDetails.read(input, signal)),
      har: requestDetails.har.handler(({ input, signal }) => on.requestDetails.har(input, signal)),
    },
    conversations: {
      search: conversations.search.handler(({ input, signal }) => on.conversations.search(input, signal)),
      duplicate: conversations.duplicate.handler(({ input, signal }) =>
        on.conversations.duplicate(input, signal),
      ),
      export: conversations.export.handler(({ input, signal }) => on.conversations.export(input, signal)),
      importText: conversations.importText.handler(({ input, signal }) =>
        on.conversations.importText(input, signal),
      ),
      import: conversations.import.handler(({ input, signal }) => on.conversations.import(input, signal)),
      list: conversations.list.handler(({ input, signal }) => on.conversations.list(input, signal)),
      latest: conversations.latest.handler(({ input, signal }) => on.conversations.latest(input, signal)),
      create: conversations.create.handler(({ input, signal }) => on.conversations.create(input, signal)),
      read: conversations.read.handler(({ input, signal }) => on.conversations.read(input, signal)),
      find: conversations.find.handler(({ input, signal }) => on.conversations.find(input, signal)),
      rename: conversations.rename.handler(({ input, signal }) => on.conversations.rename(input, signal)),
      pin: conversations.pin.handler(({ input, signal }) => on.conversations.pin(input, signal)),
      configure: conversations.configure.handler(({ input, signal }) =>
        on.conversations.configure(input, signal),
      ),
      remove: conversations.remove.handler(({ input, signal }) => on.conversations.remove(input, signal)),
      restore: conversations.restore.handler(({ input, signal }) => on.conversations.restore(input, signal)),
      costs: conversations.costs.handler(({ input, signal }) => on.conversations.costs(input, signal)),
      events: conversations.events.handler(({ input, signal }) => on.conversations.events(input, signal)),
    },
    drafts: {
      read: drafts.read.handler(({ input, signal }) => on.drafts.read(input, signal)),
      save: drafts.save.handler(({ input, signal }) => on.drafts.save(input, signal)),
    },
    images: {
      add: images.add.handler(({ input, signal }) => on.images.add(input, signal)),
      read: images.read.handler(({ input, signal }) => on.images.read(input, signal)),
    },
    messages: {
      add: messages.add.handler(({ input, signal }) => on.messages.add(input, signal)),
      edit: messages.edit.handler(({ input, signal }) => on.messages.edit(input, signal)),
      branch: messages.branch.handler(({ input, signal }) => on.messages.branch(input, signal)),
      choose: messages.choose.handler(({ input, signal }) => on.messages.choose(input, signal)),
      move: messages.move.handler(({ input, signal }) => on.messages.move(input, signal)),
      remove: messages.remove.handler(({ input, signal }) => on.messages.remove(input, signal)),
      restore: messages.restore.handler(({ input, signal }) => on.messages.restore(input, signal)),
    },
  }
}
