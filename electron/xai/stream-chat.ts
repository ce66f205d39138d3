import { unsupportedContent } from '../../shared/chat/request-body.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import {
  type AnswerRequest,
  type ChatPart,
  ServiceFailure,
  type StreamChat,
  type Target,
} from '../services/ports.ts'
import { streamedAnswer } from './streamed-answer.ts'
import { wholeAnswer } from './whole-answer.ts'
import type { WirePorts } from './wire-ports.ts'

/** Asks for answers in every protocol, each through the one guarded way to the network. */
export function createStreamChat(ports: WirePorts): StreamChat {
  return (target, request) => answer(ports, target, request)
}

async function* answer(
  ports: WirePorts,
  target: Target,
  request: AnswerRequest,
): AsyncGenerator<ChatPart, void> {
  const { protocol } = request
  if (unsupportedContent(protocol, request.turns).length > 0) {
    // An image that is silently left out would be worse than no answer.
    throw new ServiceFailure(failureOf('invalid-request'))
  }
  if (protocol === 'deferred' || protocol === 'segmind') yield* wholeAnswer(ports, target, request)
  else yield* streamedAnswer(ports, target, { ...request, protocol })
}
