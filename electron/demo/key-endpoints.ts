import { noSuchRoute, TEAM_ID } from './api-refusals.ts'
import type { Call } from './demo-state.ts'
import { requireKey } from './key-check.ts'
import { redacted } from './key-state.ts'
import { json, type Reply } from './reply.ts'
import { uuidOf } from './stable-hash.ts'

const USER_ID = uuidOf('the user of the demo')
const KEY_ID = uuidOf('the key of the demo')

/** GET /v1/api-key (reference 3): needs no access string, so a key without any can still ask what it is. */
export function apiKey(call: Call): Reply {
  requireKey(call, null)
  const { key, keyState } = call.state
  return json({
    redacted_api_key: redacted(key),
    user_id: USER_ID,
    name: keyState.name,
    create_time: keyState.createTime,
    modify_time: keyState.modifyTime,
    modified_by: USER_ID,
    team_id: TEAM_ID,
    acls: keyState.acls,
    api_key_id: KEY_ID,
    team_blocked: keyState.teamBlocked,
    api_key_blocked: keyState.apiKeyBlocked,
    api_key_disabled: keyState.apiKeyDisabled,
  })
}

/** GET /v1/me: since 2026. */
export function me(call: Call): Reply {
  const { era, key, keyState } = call.state
  if (era !== 'C') return noSuchRoute(era)
  requireKey(call, null)
  return json({
    user_id: USER_ID,
    team_id: TEAM_ID,
    zdr_status: 'no_zdr',
    team_blocked: keyState.teamBlocked,
    api_key: {
      redacted_api_key: redacted(key),
      api_key_id: KEY_ID,
      blocked: keyState.apiKeyBlocked,
      disabled: keyState.apiKeyDisabled,
    },
  })
}
