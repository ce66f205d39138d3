import { wholeAnswer } from './answer-headers.ts'
import { readBody } from './body-fields.ts'
import { chatCompletion } from './chat-completions.ts'
import { readTurns } from './chat-request.ts'
import { findModel } from './demo-model.ts'
import type { Call } from './demo-state.ts'
import { infer } from './inference.ts'
import { PLAIN_REQUEST } from './inference-request.ts'
import { showsKey } from './key-check.ts'
import { json, type Reply } from './reply.ts'

/** Told as text: how the real number is written is not known (reference 9). */
const CREDITS = 100
const CREDITS_A_CALL = 0.003

/**
 * POST /v1/grok-2, Segmind's one address: messages in, a whole answer out, and what is left in a header. Its statuses are
 * documented, the bodies of its refusals are not (reference 9), so theirs are plain.
 */
export function segmind(call: Call): Reply {
  if (!showsKey(call)) return json({ error: 'User authentication failed' }, 401)
  if (creditsLeft(call) <= 0) {
    const reply = json({ error: 'Not enough credits' }, 406)
    return reply.kind === 'json' ? { ...reply, headers: { 'x-remaining-credits': '0' } } : reply
  }
  const turns = readTurns(readBody(call.body), 'messages')
  const { models } = call.state.catalog
  // The newest lists have no grok-2 any more; whatever stands first that does not reason is as good.
  const stand = findModel(models, 'grok-2') ?? models.find(({ reasoning }) => reasoning === null) ?? models[0]
  const generation = infer(call, 'chat', { ...PLAIN_REQUEST, model: stand?.id ?? 'grok-2', turns })
  const body = chatCompletion({ ...generation, model: 'grok-2', ticks: null }, 'A')
  const reply = wholeAnswer(call, generation, body)
  const left = creditsLeft(call).toFixed(3)
  return reply.kind === 'json' ? { ...reply, headers: { 'x-remaining-credits': left } } : reply
}

function creditsLeft({ state }: Call): number {
  if (state.keyState.credits !== 'some') return 0
  return Math.max(0, CREDITS - state.answers * CREDITS_A_CALL)
}
