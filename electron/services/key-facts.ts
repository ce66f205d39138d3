import { z } from 'zod'
import type { KeyFacts } from '../../shared/contract/connection.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import { type Clock, ServiceFailure, type Target, type Wire } from './ports.ts'

export type KeyFactsPorts = {
  wire: Wire
  connection: { target(): Promise<Target> }
  clock: Clock
}

export type KeyFactsService = {
  /** Asks `/v1/api-key` now. Throws `ServiceFailure`; `malformed-answer` when the answer says nothing of a key. */
  inspectKey(): Promise<KeyFacts>
}

const Text = z.string().nullable().catch(null)
const Flag = z.boolean().nullable().catch(null)

/**
 * The answer of reference 3, read leniently: the API added fields over time and real answers leave some out, so one
 * field of another type costs that field only. Access strings of unknown form stay as they are.
 */
const Answer = z.object({
  redacted_api_key: Text,
  name: Text,
  user_id: Text,
  team_id: Text,
  api_key_id: Text,
  create_time: Text,
  modify_time: Text,
  modified_by: Text,
  acls: z.array(z.unknown()).nullable().catch(null),
  team_blocked: Flag,
  api_key_blocked: Flag,
  api_key_disabled: Flag,
})

export function createKeyFactsService({ wire, connection, clock }: KeyFactsPorts): KeyFactsService {
  return {
    async inspectKey() {
      const target = await connection.target()
      const { status, body, headers } = await wire.json(target, { path: '/v1/api-key', method: 'GET' })
      const answer = Answer.safeParse(body)
      // An object without a single known field is some other service's answer, not a key without facts.
      if (!answer.success || Object.values(answer.data).every((value) => value === null)) {
        throw new ServiceFailure(failureOf('malformed-answer', { status, requestId: headers.requestId }))
      }
      return { ...factsOf(answer.data), readAt: clock.now(), demo: target.demo }
    },
  }
}

function factsOf(answer: z.infer<typeof Answer>): Omit<KeyFacts, 'readAt' | 'demo'> {
  return {
    redactedApiKey: answer.redacted_api_key,
    name: answer.name,
    userId: answer.user_id,
    teamId: answer.team_id,
    apiKeyId: answer.api_key_id,
    createTime: answer.create_time,
    modifyTime: answer.modify_time,
    modifiedBy: answer.modified_by,
    acls: (answer.acls ?? []).filter((acl) => typeof acl === 'string'),
    teamBlocked: answer.team_blocked,
    apiKeyBlocked: answer.api_key_blocked,
    apiKeyDisabled: answer.api_key_disabled,
  }
}
