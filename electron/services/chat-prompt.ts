import type { Message } from '../../shared/contract/chat.ts'

type SpokenTurn = { role: Message['role']; text: string }

/**
 * What is sent to the model for a conversation that ends in a user turn: its turns in order, without answers that hold
 * no text. Where a turn was asked again there are several answers in a row: only the last with text counts, so the
 * model never reads an answer that was given up.
 */
export function turnsOf(messages: readonly Message[]): SpokenTurn[] {
  const spoken = messages.filter(({ role, text }) => role !== 'assistant' || text !== '')
  return spoken
    .filter(({ role }, at) => role !== 'assistant' || spoken[at + 1]?.role !== 'assistant')
    .map(({ role, text }) => ({ role, text }))
}

/**
 * The messages up to the last user turn when its answer can be asked for again, or `null` when there is nothing to ask
 * again: no user turn, or the answer is complete or still under way.
 */
export function upToTurnToRetry(messages: readonly Message[]): Message[] | null {
  const turn = messages.map(({ role }) => role).lastIndexOf('user')
  const kind = messages.at(-1)?.attempt?.state.kind
  const canRetry = kind === 'failed' || kind === 'stopped' || kind === 'cut-off' || kind === 'unknown'
  return turn >= 0 && canRetry ? messages.slice(0, turn + 1) : null
}
