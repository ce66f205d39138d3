import { useRef, useState } from 'react'
import type { ChatSetup, Conversation } from '../../../shared/contract/conversation.ts'
import type { Failure } from '../../../shared/contract/failure.ts'
import type { ImageToUse } from '../../../shared/contract/message.ts'
import { failureOfError, useRpc } from '../../rpc.ts'

/** What became of the last press. `awaited`: the request is accepted, its answer has not shown up in the events yet. */
type Press =
  | { kind: 'none' }
  | { kind: 'asking' }
  | { kind: 'awaited'; messageId: string }
  /** `allowed`: budgets that this request might have passed. */
  | { kind: 'refused'; what: 'send' | 'ask' | 'stop'; failure: Failure | null; allowed: readonly string[] }
  /** A person said that the next request may pass these budgets; it is for them to press again. */
  | { kind: 'allowed'; budgetIds: readonly string[] }

const NOTHING: Press = { kind: 'none' }

type Outcome = 'accepted' | 'refused'

export type Turn = {
  press: Press
  /** A request is being made or answered, on whatever branch: no other can begin. */
  underWay: boolean
  send: (text: string, images: readonly ImageToUse[]) => Promise<Outcome>
  /** `instead`: an answer to make again beside the one that is there; `null` asks for what follows the last message. */
  ask: (instead: string | null) => Promise<Outcome>
  stop: () => Promise<void>
  /** Lets the next request pass the budget that refused this one. It holds for that request alone. */
  allow: (budgetId: string) => void
}

/**
 * Presses of `Send`, `Regenerate` and `Stop`. One press is one request: the id is made here, once, and a press while
 * another is on its way does nothing. `setup` is `null` while there is no model to ask.
 */
export function useTurn(conversation: Conversation | null, setup: ChatSetup | null): Turn {
  const { client } = useRpc()
  const id = conversation?.id ?? null
  const [pressed, setPressed] = useState<{ id: string | null; press: Press }>({ id, press: NOTHING })
  // What was pressed in another conversation goes on there and says nothing here.
  const press = pressed.id === id ? pressed.press : NOTHING
  const setPress = (next: Press) => setPressed({ id, press: next })
  const busy = useRef(false)
  // Said here, and for the request that follows it: no other conversation and no later request profits.
  const allowed = press.kind === 'allowed' ? press.budgetIds : []
  // Once it has shown up, nothing is awaited any more: it leaves the screen when another branch is looked at.
  if (press.kind === 'awaited' && hasShownUp(press.messageId, conversation)) setPress(NOTHING)
  const underWay = press.kind === 'asking' || press.kind === 'awaited' || isAnswering(conversation)

  const request = async (
    what: 'send' | 'ask',
    make: (pressed: Pressed) => Promise<{ messageId: string }>,
  ) => {
    if (busy.current || underWay || conversation === null || setup === null) return 'refused'
    busy.current = true
    setPress({ kind: 'asking' })
    try {
      const requestId = crypto.randomUUID()
      if (allowed.length > 0) await client.budgets.allowOnce({ requestId, budgetIds: [...allowed] })
      const { messageId } = await make({ requestId, conversationId: conversation.id, setup })
      setPress({ kind: 'awaited', messageId })
      return 'accepted'
    } catch (error) {
      setPress({ kind: 'refused', what, failure: failureOfError(error), allowed })
      return 'refused'
    } finally {
      busy.current = false
    }
  }

  return {
    press,
    underWay,
    send: (text, images) =>
      request('send', (pressed) => client.chat.send({ ...pressed, text, images: [...images] })),
    ask: (instead) => request('ask', (pressed) => client.chat.ask({ ...pressed, instead })),
    stop: async () => {
      if (conversation === null) return
      try {
        await client.chat.stop({ conversationId: conversation.id })
      } catch (error) {
        setPress({ kind: 'refused', what: 'stop', failure: failureOfError(error), allowed: [] })
      }
    },
    allow(budgetId) {
      const before = press.kind === 'refused' ? press.allowed : []
      setPress({ kind: 'allowed', budgetIds: [...new Set([...before, budgetId])] })
    },
  }
}

/** One press; the id is made here, once. */
type Pressed = { requestId: string; conversationId: string; setup: ChatSetup }

function hasShownUp(messageId: string, conversation: Conversation | null): boolean {
  if (conversation === null) return false
  return conversation.underWay || conversation.messages.some(({ id }) => id === messageId)
}

function isAnswering(conversation: Conversation | null): boolean {
  if (conversation === null) return false
  return (
    conversation.underWay ||
    conversation.messages.some(({ attempt }) => {
      const kind = attempt?.state.kind
      return kind === 'pending' || kind === 'streaming'
    })
  )
}
