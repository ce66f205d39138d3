import { apiError } from './api-error.ts'
import type { Era } from './demo-model.ts'
import type { Reply } from './reply.ts'
import { uuidOf } from './stable-hash.ts'

export const TEAM_ID = uuidOf('the team of the demo')
const CONSOLE = 'https://console.x.ai'

/** A wrong key is 400, not 401; until mid 2026 the answer echoes two characters of each end (reference 7). */
export function wrongKey(era: Era, presented: string): Reply {
  const echo = era === 'C' ? '' : `: ${presented.slice(0, 2)}***${presented.slice(-2)}`
  const error = `Incorrect API key provided${echo}. You can obtain an API key from ${CONSOLE}.`
  return apiError(era, 'invalid-argument', error)
}

export function noCredentials(era: Era): Reply {
  const tail = era === 'C' ? '' : ' [WKE=unauthenticated:no-credentials]'
  return apiError(era, 'no-credentials', `No credentials presented.${tail}`)
}

export function keyDisabled(era: Era, redactedKey: string): Reply {
  const where = `${CONSOLE}/team/${TEAM_ID}/api-keys`
  const error = `The API key ${redactedKey} is disabled and cannot be used to perform requests. To enable the API key, go to ${where}.`
  return apiError(era, 'permission-denied', error)
}

export function keyBlocked(era: Era): Reply {
  const error = 'API key is currently blocked: Blocked due to API key leak'
  return apiError(era, 'permission-denied', error)
}

export function endpointDenied(era: Era, endpoint: string): Reply {
  return apiError(era, 'permission-denied', denied(`${endpoint} endpoint`))
}

/** No capture of this body exists: 2025 most likely gave the 404, 2026 is assumed to follow the endpoint's wording. */
export function modelDenied(era: Era, name: string): Reply {
  if (era !== 'C') return modelMissing(era, name)
  return apiError(era, 'permission-denied', denied(`model ${name}`))
}

/** Unknown to a POST: 404 until mid 2026, then 400. */
export function modelNotFound(era: Era, name: string): Reply {
  if (era !== 'C') return modelMissing(era, name)
  return apiError(era, 'invalid-argument', `Model not found: ${name}`)
}

/** Unknown to a GET of one model: always 404. */
export function modelMissing(era: Era, name: string): Reply {
  if (era === 'C') {
    return apiError(
      era,
      'not-found',
      `The model ${name} does not exist or your team does not have access to it.`,
    )
  }
  const error =
    `The model ${name} does not exist or your team ${TEAM_ID} does not have access to it. ` +
    "Please ensure you're using the correct API key. " +
    'If you believe this is a mistake, please contact support and quote your team ID and the model name.'
  return apiError(era, 'not-found', error)
}

export function noSuchRoute(era: Era): Reply {
  const error =
    'No handler found on route. ' +
    'Please double check your URL and consult https://api.x.ai/docs for more information.'
  return apiError(era, 'not-found', error)
}

export function neverHadCredits(era: Era): Reply {
  const error = `Your newly created team doesn't have any credits or licenses yet. You can purchase those on ${CONSOLE}/team/${TEAM_ID}.`
  return apiError(era, 'permission-denied', error)
}

/** 429 in 2025, 403 since mid 2026: never to be retried in either. */
export function creditsUsedUp(era: Era): Reply {
  const error =
    `Your team ${TEAM_ID} has either used all available credits or reached its monthly spending limit. ` +
    'To continue making API requests, please purchase more credits or raise your spending limit.'
  return apiError(era, era === 'C' ? 'permission-denied' : 'resource-exhausted', error)
}

export function tooManyRequests(era: Era, model: string, retryAfterSeconds: number | null): Reply {
  const error = `Too many requests for team ${TEAM_ID} and model ${model}. Your team's rate limit is — Requests per Second (actual/limit): 2/2.`
  const headers = retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) }
  return apiError(era, 'resource-exhausted', error, headers)
}

export function invalidArgument(era: Era, error: string): Reply {
  return apiError(era, 'invalid-argument', error)
}

function denied(what: string): string {
  return (
    `Access to the ${what} is denied. Please ensure you're using the correct credentials. ` +
    'If you believe this is a mistake, please contact support.'
  )
}
