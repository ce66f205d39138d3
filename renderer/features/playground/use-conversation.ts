import { useEffect, useState } from 'react'
import type { ChatEvent } from '../../../shared/contract/chat.ts'
import type { Conversation } from '../../../shared/contract/conversation.ts'
import type { Failure } from '../../../shared/contract/failure.ts'
import { failureOfError, type RpcClient, useRpc } from '../../rpc.ts'
import { applyEvents } from './conversation-events.ts'
import { frameBatch } from './frame-batch.ts'

/** `lost`: the events stopped coming; what was known is still shown and `listenAgain` starts anew. */
export type ConversationState =
  | { kind: 'loading' }
  | { kind: 'known'; conversation: Conversation }
  | { kind: 'lost'; conversation: Conversation | null; failure: Failure | null }

/**
 * The conversation that is open, at first the one used last, kept up to date by the events of the main process, one commit per animation frame. Leaving
 * the view ends the subscription, not the answer; coming back begins with a snapshot.
 */
export function useConversation(): {
  state: ConversationState
  open: (conversationId: string) => void
  listenAgain: () => void
} {
  const { client } = useRpc()
  const [state, setState] = useState<ConversationState>({ kind: 'loading' })
  const [round, setRound] = useState(0)
  const [chosen, setChosen] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is a new subscription
  useEffect(() => {
    const listening = new AbortController()
    const batch = frameBatch<ChatEvent>((events) => setState((before) => afterEvents(before, events)))
    void listen(client, chosen, listening.signal, batch.add).then((failure) => {
      if (listening.signal.aborted) return
      setState((before) => ({ kind: 'lost', conversation: conversationOf(before), failure }))
    })
    return () => {
      listening.abort()
      batch.stop()
    }
  }, [client, round, chosen])
  return {
    state,
    open: setChosen,
    listenAgain: () => {
      setState(knownOrLoading)
      setRound(round + 1)
    },
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
    for await (const event of await client.chat.events({ conversationId }, { signal })) hand(event)
    return null
  } catch (error) {
    return failureOfError(error)
  }
}

export function conversationOf(state: ConversationState): Conversation | null {
  return state.kind === 'loading' ? null : state.conversation
}

function afterEvents(before: ConversationState, events: readonly ChatEvent[]): ConversationState {
  const conversation = applyEvents(conversationOf(before), events)
  if (conversation === null) return before
  // What still waited for a frame when the events ended belongs to what is known, but does not mend it.
  return before.kind === 'lost' ? { ...before, conversation } : { kind: 'known', conversation }
}

function knownOrLoading(before: ConversationState): ConversationState {
  const conversation = conversationOf(before)
  return conversation === null ? { kind: 'loading' } : { kind: 'known', conversation }
}
