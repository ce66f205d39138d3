import { apiError } from './api-error.ts'
import type { Call } from './demo-state.ts'
import { requireKey } from './key-check.ts'
import { json, plainText, type Reply } from './reply.ts'

/** GET /v1/chat/deferred-completion/{id}: 202 and nothing while pending, the answer once, then unknown. */
export function deferredCompletion(call: Call): Reply {
  requireKey(call, 'chat')
  const found = call.state.deferred.look(call.id)
  switch (found.kind) {
    case 'pending':
      return plainText(202, '')
    case 'done':
      return json(found.body)
    case 'unknown':
      return apiError(call.state.era, 'not-found', `No deferred completion with id ${call.id} was found.`)
    default: {
      const never: never = found
      return never
    }
  }
}
