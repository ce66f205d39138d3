import { createHash, timingSafeEqual } from 'node:crypto'
import {
  creditsUsedUp,
  endpointDenied,
  keyBlocked,
  keyDisabled,
  modelDenied,
  neverHadCredits,
  noCredentials,
  wrongKey,
} from './api-refusals.ts'
import type { DemoModel } from './demo-model.ts'
import type { Call } from './demo-state.ts'
import { type Endpoint, mayUseEndpoint, mayUseModel, redacted } from './key-state.ts'
import { Refusal } from './reply.ts'

/** Check 4 of reference 5.7, for endpoints that cost nothing. Throws `Refusal`. */
export function requireKey(call: Call, endpoint: Endpoint | null): void {
  const { era, key, keyState } = call.state
  const presented = presentedKey(call)
  if (presented === null) throw new Refusal(noCredentials(era))
  if (!sameSecret(presented, key)) throw new Refusal(wrongKey(era, presented))
  if (endpoint === null && keyState.describesItself) return
  if (keyState.apiKeyDisabled) throw new Refusal(keyDisabled(era, redacted(key)))
  if (keyState.apiKeyBlocked) throw new Refusal(keyBlocked(era))
  if (endpoint !== null && !mayUseEndpoint(keyState, endpoint)) {
    throw new Refusal(endpointDenied(era, endpoint))
  }
}

/** Check 4 for endpoints that answer with a model. Throws `Refusal`. */
export function requireKeyForModel(call: Call, endpoint: Endpoint, model: DemoModel, asked: string): void {
  const { era, keyState } = call.state
  requireKey(call, endpoint)
  if (!mayUseModel(keyState, model)) throw new Refusal(modelDenied(era, asked))
  if (endpoint === 'tokenize') return
  if (keyState.credits === 'never-had') throw new Refusal(neverHadCredits(era))
  // A blocked team still reads its lists and its key; only answers are refused (reference 3).
  if (keyState.credits === 'used-up' || keyState.teamBlocked) throw new Refusal(creditsUsedUp(era))
}

/** Whether the request shows the right key in either header. */
export function showsKey(call: Call): boolean {
  const presented = presentedKey(call)
  return presented !== null && sameSecret(presented, call.state.key)
}

/** The Anthropic forms of the API take `x-api-key`, the others a bearer token; the service reads both. */
function presentedKey(call: Call): string | null {
  const bearer = /^Bearer +(\S+) *$/i.exec(String(call.headers['authorization'] ?? ''))?.[1]
  return bearer ?? (call.headers['x-api-key'] === undefined ? null : String(call.headers['x-api-key']))
}

function sameSecret(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
