import type { AnswerHeaders } from '../services/ports.ts'
import type { Redact } from './redact.ts'

/** The headers worth keeping (reference 5.6). They come with inference only, so `null` is the usual value elsewhere. */
export function readAnswerHeaders(headers: Headers, redact: Redact): AnswerHeaders {
  return {
    requestId: requestIdOf(headers, redact),
    remainingRequests: countOf(headers.get('x-ratelimit-remaining-requests')),
    limitRequests: countOf(headers.get('x-ratelimit-limit-requests')),
    remainingTokens: countOf(headers.get('x-ratelimit-remaining-tokens')),
    limitTokens: countOf(headers.get('x-ratelimit-limit-tokens')),
    remainingCredits: creditsIn(headers, redact),
  }
}

/** `x-request-id`, at most 200 characters, or `null`. A server can echo anything there, so it is redacted too. */
export function requestIdOf(headers: Headers, redact: Redact): string | null {
  const id = headers.get('x-request-id')?.trim()
  return id === undefined || id === '' ? null : redact(id).slice(0, 200)
}

function creditsIn(headers: Headers, redact: Redact): string | null {
  const told = headers.get('x-remaining-credits')?.trim() ?? ''
  return told === '' ? null : redact(told).slice(0, 40)
}

function countOf(text: string | null): number | null {
  if (text === null || !/^\d{1,15}$/.test(text.trim())) return null
  return Number(text)
}
