import { useEffect, useState } from 'react'
import type { ChatEvent } from '../../../shared/contract/chat.ts'
import type { Conversation } from '../../../shared/contract/conversation.ts'
import type { Failure } from '../../../shared/contract/failure.ts'
import { failureOfError, type RpcClient, useRpc } from '../../rpc.ts'
import { applyEvents, withOlder } from './conversation-events.ts'
import { frameBatch } from './frame-batch.ts'

/** `lost`: the events stopped coming; what was known is still shown and `listenAgain` starts anew. */
export type ConversationState =
  | { kind: 'loading' }
  | { kind: 'known'; conversation: Conversation }
  | { kind: 'lost'; conversation: Conversation | null; failure: Failure | null }

/** How the answer that comes right now goes. */
export type LiveProgress = Omit<Extract<ChatEvent, { kind: 'progress' }>, 'kind'>

/** Messages of the newest end that come with the first snapshot; older ones are read when one scrolls to them. */
const NEWEST = 200
const OLDER = 200

type Kept = { id: string | null; state: ConversationState; live: LiveProgress | null }

/**
 * One conversation (`null`: the one used last), kept up to date by the events of the main process, at most one commit
 * a frame. Leaving the view ends the subscription, not the answer; coming back begins with a snapshot.
 */
export function useConversation(chosen: string | null): {
  state: ConversationState
  live: LiveProgress | null
  listenAgain: () => void
  readOlder: () => void
} {
  const { client } = useRpc()
  const [kept, setKept] = useState<Kept>({ id: chosen, state: { kind: 'loading' }, live: null })
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is a new subscription
  useEffect(() => {
    const listening = new AbortController()
    const batch = frameBatch<ChatEvent>((events) =>
      setKept((before) => afterEvents(before.id === chosen ? before : fresh(chosen), events)),
    )
    void listen(client, chosen, listening.signal, batch.add).then((failure) => {
      if (listening.signal.aborted) return
      setKept((before) => ({
        ...before,
        id: chosen,
        state: { kind: 'lost', conversation: conversationOf(before.state), failure },
      }))
    })
    return () => {
      listening.abort()
      batch.stop()
    }
  }, [client, round, chosen])
  const state = kept.id === chosen ? kept.state : LOADING
  const readOlder = useOlder(client, conversationOf(state), (older) =>
    setKept((before) => ({ ...before, state: withConversation(before.state, older) })),
  )
  return {
    state,
    live: kept.id === chosen ? kept.live : null,
    readOlder,
    listenAgain: () => {
      setKept((before) => ({ ...before, state: knownOrLoading(before.state) }))
      setRound(round + 1)
    },
  }
}

const LOADING: ConversationState = { kind: 'loading' }

function fresh(id: string | null): Kept {
  return { id, state: LOADING, live: null }
}

/** Reads the page before the first message that is known; asking again while one is on its way does nothing. */
function useOlder(
  client: RpcClient,
  conversation: Conversation | null,
  hand: (older: Conversation) => void,
): () => void {
  const [asked, setAsked] = useState<string | null>(null)
  return () => {
    if (conversation === null || conversation.from === 0) return
    const { id, from } = conversation
    const key = `${id} ${from}`
    if (asked === key) return
    setAsked(key)
    client.conversations
      .read({ conversationId: id, before: from, limit: OLDER })
      .then(hand, () => setAsked(null))
  }
}

/** Resolves when the events end, which they only do when something is wrong or the page stops listening. */
async function listen(
  client: RpcClient,
  chosen: string | null,
  signal: AbortSignal,
  hand: (event: ChatEvent) => void,
): Promise<Failure | null> {
  try {
    const conversationId = chosen ?? (await client.conversations.latest()).conversationId
    const events = await client.chat.events({ conversationId, newest: NEWEST }, { signal })
    for await (const event of events) hand(event)
    return null
  } catch (error) {
    return failureOfError(error)
  }
}

export function conversationOf(state: ConversationState): Conversation | null {
  return state.kind === 'loading' ? null : state.conversation
}

function afterEvents(before: Kept, events: readonly ChatEvent[]): Kept {
  const conversation = applyEvents(conversationOf(before.state), events)
  const live = events.reduce(liveAfter, before.live)
  if (conversation === null) return before
  // What still waited for a frame when the events ended belongs to what is known, but does not mend it.
  const state: ConversationState =
    before.state.kind === 'lost' ? { ...before.state, conversation } : { kind: 'known', conversation }
  return { id: before.id, state, live }
}

function liveAfter(live: LiveProgress | null, event: ChatEvent): LiveProgress | null {
  return event.kind === 'progress' ? { messageId: event.messageId, progress: event.progress } : live
}

function withConversation(before: ConversationState, older: Conversation): ConversationState {
  if (before.kind === 'loading' || before.conversation === null) return before
  return { ...before, conversation: withOlder(before.conversation, older) }
}

function knownOrLoading(before: ConversationState): ConversationState {
  const conversation = conversationOf(before)
  return conversation === null ? { kind: 'loading' } : { kind: 'known', conversation }
}
