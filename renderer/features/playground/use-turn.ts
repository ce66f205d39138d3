import { useRef, useState } from 'react'
import type { Conversation } from '../../../shared/contract/conversation.ts'
import type { Failure } from '../../../shared/contract/failure.ts'
import { failureOfError, useRpc } from '../../rpc.ts'

/** What became of the last press. `awaited`: the request is accepted, its answer has not shown up in the events yet. */
type Press =
  | { kind: 'none' }
  | { kind: 'asking' }
  | { kind: 'awaited'; messageId: string }
  | { kind: 'refused'; what: 'send' | 'retry' | 'stop' | 'new'; failure: Failure | null }

export type Turn = {
  press: Press
  /** A request is being made or answered: no other can begin. */
  underWay: boolean
  send: (model: string, text: string) => Promise<'accepted' | 'refused'>
  retry: (model: string) => Promise<'accepted' | 'refused'>
  stop: () => Promise<void>
  startNew: () => Promise<void>
}

/**
 * Presses of `Send`, `Stop`, `Try again` and `New conversation`. One press is one request: the id is made here, once,
 * and a press while another is on its way does nothing.
 */
export function useTurn(conversation: Conversation | null, open: (conversationId: string) => void): Turn {
  const { client } = useRpc()
  const [press, setPress] = useState<Press>({ kind: 'none' })
  const busy = useRef(false)
  const underWay = press.kind === 'asking' || isAwaited(press, conversation) || isAnswering(conversation)

  const ask = async (
    what: 'send' | 'retry',
    request: (known: Conversation) => Promise<{ messageId: string }>,
  ) => {
    if (busy.current || underWay || conversation === null) return 'refused'
    busy.current = true
    setPress({ kind: 'asking' })
    try {
      const { messageId } = await request(conversation)
      setPress({ kind: 'awaited', messageId })
      return 'accepted'
    } catch (error) {
      setPress({ kind: 'refused', what, failure: failureOfError(error) })
      return 'refused'
    } finally {
      busy.current = false
    }
  }
  const order = async (what: 'stop' | 'new', request: () => Promise<void>) => {
    try {
      await request()
    } catch (error) {
      setPress({ kind: 'refused', what, failure: failureOfError(error) })
    }
  }

  return {
    press,
    underWay,
    send: (model, text) =>
      ask('send', (known) => client.chat.send({ ...pressIn(known, model), text, images: [] })),
    retry: (model) =>
      ask('retry', (known) => {
        const instead = known.messages.at(-1)?.id ?? null
        return client.chat.ask({ ...pressIn(known, model), instead })
      }),
    stop: () =>
      order('stop', async () => {
        if (conversation !== null) await client.chat.stop({ conversationId: conversation.id })
      }),
    startNew: () =>
      order('new', async () => {
        open((await client.conversations.create({ setup: null })).conversationId)
        setPress({ kind: 'none' })
      }),
  }
}

/** One press; the id is made here, once. */
function pressIn({ id, setup }: Conversation, model: string) {
  return { requestId: crypto.randomUUID(), conversationId: id, setup: { ...setup, model } }
}

function isAwaited(press: Press, conversation: Conversation | null): boolean {
  return press.kind === 'awaited' && !conversation?.messages.some(({ id }) => id === press.messageId)
}

function isAnswering(conversation: Conversation | null): boolean {
  const kind = conversation?.messages.at(-1)?.attempt?.state.kind
  return kind === 'pending' || kind === 'streaming'
}
