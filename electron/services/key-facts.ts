import { z } from 'zod'
import { type Failure, failureOf } from '../../shared/contract/failure.ts'
import type { KeyFacts } from '../../shared/contract/key-facts.ts'
import { furtherFields } from './further-fields.ts'
import { type Clock, ServiceFailure, type Target, type Wire, type WireAnswer } from './ports.ts'

export type KeyFactsPorts = {
  wire: Wire
  connection: { target(): Promise<Target> }
  clock: Clock
}

export type KeyFactsService = {
  /**
   * Asks `/v1/api-key` and `/v1/me` now. Throws what `/v1/api-key` was refused with when `/v1/me` speaks of no key
   * either, and `malformed-answer` when the answer says nothing of a key.
   */
  inspectKey(): Promise<KeyFacts>
  inspect(target: Target): Promise<KeyFacts>
}

/** Far more than any name; what a hostile server sends beyond it is not worth handing to the page. */
const LONGEST_TEXT = 4_096
const MOST_ACLS = 2_000

const Text = z
  .string()
  .transform((text) => text.slice(0, LONGEST_TEXT))
  .nullable()
  .catch(null)
const Flag = z.boolean().nullable().catch(null)

/**
 * The answer of reference 3, read leniently: the API added fields over time and real answers leave some out, so one
 * field of another type costs that field only. Access strings of unknown form stay as they are.
 */
const ApiKey = z.object({
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
type ApiKey = z.infer<typeof ApiKey>

const NOTHING = ApiKey.parse({})
const NO_KEY = { redacted_api_key: null, api_key_id: null, blocked: null, disabled: null }

const Me = z.object({
  user_id: Text,
  team_id: Text,
  zdr_status: Text,
  team_blocked: Flag,
  api_key: z
    .object({ redacted_api_key: Text, api_key_id: Text, blocked: Flag, disabled: Flag })
    .catch(NO_KEY),
  oauth: z.object({ client_id: Text }).catch({ client_id: null }),
})
type Me = z.infer<typeof Me>

type Answer<T> =
  | { kind: 'read'; answer: T; further: KeyFacts['further'] }
  | { kind: 'failed'; failure: Failure }

/** What the server says of the key. Throws what the wire throws when nothing could be read. */
export function createKeyFactsService({ wire, connection, clock }: KeyFactsPorts): KeyFactsService {
  async function inspect(target: Target): Promise<KeyFacts> {
    // Segmind has neither; asking would only show it a request it cannot answer (reference 9).
    if (target.kind === 'segmind') throw new ServiceFailure(failureOf('route-not-found'))
    const [apiKey, me] = await Promise.all([
      ask(wire, target, 'api-key', ApiKey),
      ask(wire, target, 'me', Me),
    ])
    if (apiKey.kind === 'failed' && me.kind === 'failed') throw new ServiceFailure(apiKey.failure)
    return {
      ...factsOf(
        apiKey.kind === 'read' ? apiKey.answer : NOTHING,
        me.kind === 'read' ? me.answer : Me.parse({}),
      ),
      me: me.kind === 'read' ? 'read' : isAbsent(me.failure) ? 'absent' : 'failed',
      refused: apiKey.kind === 'failed' ? apiKey.failure : null,
      further: [apiKey, me].flatMap((one) => (one.kind === 'read' ? one.further : [])),
      readAt: clock.now(),
      demo: target.demo,
    }
  }

  return { inspect, inspectKey: async () => inspect(await connection.target()) }
}

async function ask<T extends object>(
  wire: Wire,
  target: Target,
  name: 'api-key' | 'me',
  schema: z.ZodObject & z.ZodType<T>,
): Promise<Answer<T>> {
  try {
    const answer = await wire.json(target, { path: `/v1/${name}`, method: 'GET' })
    const read = schema.safeParse(answer.body)
    if (!read.success || !saysAnything(read.data)) return { kind: 'failed', failure: malformed(answer) }
    return { kind: 'read', answer: read.data, further: furtherFields(name, answer.body, schema) }
  } catch (error) {
    if (error instanceof ServiceFailure) return { kind: 'failed', failure: error.failure }
    throw error
  }
}

/** An object without a single known field is some other service's answer, not a key without facts. */
function saysAnything(answer: object): boolean {
  return Object.values(answer).some((value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? saysAnything(value)
      : value !== null,
  )
}

function malformed({ status, headers }: WireAnswer): Failure {
  return failureOf('malformed-answer', { status, requestId: headers.requestId })
}

function isAbsent({ code, status }: Failure): boolean {
  return status === 404 || status === 405 || code === 'route-not-found'
}

function factsOf(key: ApiKey, me: Me): Omit<KeyFacts, 'readAt' | 'demo' | 'me' | 'refused' | 'further'> {
  return {
    redactedApiKey: key.redacted_api_key ?? me.api_key.redacted_api_key,
    name: key.name,
    userId: key.user_id ?? me.user_id,
    teamId: key.team_id ?? me.team_id,
    apiKeyId: key.api_key_id ?? me.api_key.api_key_id,
    createTime: key.create_time,
    modifyTime: key.modify_time,
    modifiedBy: key.modified_by,
    acls: (key.acls ?? [])
      .filter((acl) => typeof acl === 'string')
      .slice(0, MOST_ACLS)
      .map((acl) => acl.slice(0, LONGEST_TEXT)),
    aclsTold: key.acls !== null,
    teamBlocked: key.team_blocked ?? me.team_blocked,
    apiKeyBlocked: key.api_key_blocked ?? me.api_key.blocked,
    apiKeyDisabled: key.api_key_disabled ?? me.api_key.disabled,
    zdrStatus: me.zdr_status,
    oauthClientId: me.oauth.client_id,
  }
}
