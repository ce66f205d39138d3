import type { FailureCode } from '../../../shared/contract/failure.ts'

const mendedByKey: readonly FailureCode[] = [
  'no-key',
  'wrong-key',
  'not-permitted',
  'key-disabled',
  'key-blocked',
  'key-unusable',
  'no-keyring',
]
const mendedBySettings: readonly FailureCode[] = [
  'host-not-found',
  'connection-refused',
  'certificate-invalid',
  'route-not-found',
  'redirected',
  'not-the-api',
  'malformed-answer',
  'answer-too-large',
  'invalid-base-url',
]

/** The view where a person can mend the cause of a failure; `null` when only waiting or the network helps. */
export function viewThatMends(code: FailureCode): 'api-key' | 'settings' | null {
  if (mendedByKey.includes(code)) return 'api-key'
  return mendedBySettings.includes(code) ? 'settings' : null
}
