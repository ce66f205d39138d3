import type { Failure } from '../../shared/contract/failure.ts'
import { failureInBody, type Refusal } from './failure-of-response.ts'
import { isRecord, type JsonRecord } from './record.ts'

/**
 * The failure that an event of a stream tells of, or `null`. Beside an `error` in the event itself, Responses has two
 * ways: an event of type `error` with `code` and `message` in it, and `response.failed` with the error inside the
 * response.
 */
export function failureInEvent(refusal: Refusal, event: JsonRecord): Failure | null {
  const own = failureInBody(refusal, event)
  if (own !== null) return own
  const { type, response, message, code } = event
  if (type === 'error') return failureInBody(refusal, { error: { message: message ?? 'error', code } })
  if (type !== 'response.failed') return null
  const said = isRecord(response) ? failureInBody(refusal, response) : null
  return said ?? failureInBody(refusal, { error: 'response.failed' })
}
