import type { KeyFacts } from '../../../shared/contract/key-facts.ts'
import { may, parsePermissions } from '../../../shared/permissions/permissions.ts'
import { gridAddress } from './grid-address.ts'

/** Why the key may not do something: an access string is missing, or the key or its team is stopped as a whole. */
type RefusalReason =
  | 'no-endpoint'
  | 'no-model'
  | 'neither'
  | 'no-any-model'
  | 'key-disabled'
  | 'key-blocked'
  | 'team-blocked'

/** `unknown`: the facts of the key were not read, or could not be; then nothing is held against it. */
export type AccessAnswer =
  | { kind: 'unknown' }
  | { kind: 'allowed' }
  | { kind: 'refused'; reason: RefusalReason; endpoint: string; address: string }

/** Lists cost nothing: a blocked team still reads them (reference 3). */
const FREE_OF_CHARGE: ReadonlySet<string> = new Set(['models', 'tokenize'])

/** Answers for one key: its flags first, then its access strings. `model` as for `may`. */
export function accessOf(
  facts: KeyFacts | null,
): (endpoint: string, model?: string | readonly string[]) => AccessAnswer {
  if (facts === null) return () => ({ kind: 'unknown' })
  const permissions = parsePermissions(facts.acls)
  return (endpoint, model) => {
    const stop = stoppedBy(facts, endpoint)
    if (stop === null && !facts.aclsTold) return { kind: 'unknown' }
    const reason = stop ?? missing(may(permissions, endpoint, model).reason, model)
    if (reason === null) return { kind: 'allowed' }
    const name = typeof model === 'string' ? model : (model?.[0] ?? null)
    return { kind: 'refused', reason, endpoint, address: gridAddress(endpoint, name) }
  }
}

function stoppedBy(facts: KeyFacts, endpoint: string): RefusalReason | null {
  if (facts.apiKeyDisabled === true) return 'key-disabled'
  if (facts.apiKeyBlocked === true) return 'key-blocked'
  return facts.teamBlocked === true && !FREE_OF_CHARGE.has(endpoint) ? 'team-blocked' : null
}

function missing(
  reason: ReturnType<typeof may>['reason'],
  model: string | readonly string[] | undefined,
): RefusalReason | null {
  if (reason === 'allowed') return null
  return model === undefined && reason !== 'no-endpoint' ? 'no-any-model' : reason
}
