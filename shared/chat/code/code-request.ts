import type { Protocol } from '../protocol.ts'
import { type Asked, deferredPath, requestBody, requestPath } from '../request-body.ts'

/** One request, ready to be written in any language: it asks for a whole answer, so that its result is one JSON. */
export type CodeRequest = {
  url: string
  body: Record<string, unknown>
  /** Where the key goes. It is read from the environment and stands in no code. */
  key: { header: string; prefix: string; variable: string }
  /** Where a deferred answer is fetched, without its id; `null` for an answer that comes at once. */
  deferredUrl: string | null
  /** How to get from the JSON of the answer to what a person wants to read first. */
  answer: readonly (string | number)[]
}

const BEARER = { header: 'Authorization', prefix: 'Bearer ', variable: 'XAI_API_KEY' }
const SEGMIND = { header: 'x-api-key', prefix: '', variable: 'SEGMIND_API_KEY' }

/** `baseUrl` has no path and no trailing slash. */
export function codeRequest(asked: Asked, baseUrl: string): CodeRequest {
  return {
    url: `${baseUrl}${requestPath(asked.protocol)}`,
    body: requestBody(asked, false),
    key: asked.protocol === 'segmind' ? SEGMIND : BEARER,
    deferredUrl: asked.protocol === 'deferred' ? `${baseUrl}${deferredPath('')}` : null,
    answer: answerPlace(asked),
  }
}

const TEXTS: Record<Protocol, readonly (string | number)[]> = {
  chat: ['choices', 0, 'message', 'content'],
  deferred: ['choices', 0, 'message', 'content'],
  segmind: ['choices', 0, 'message', 'content'],
  // The message comes last, after the reasoning.
  responses: ['output', -1, 'content', 0, 'text'],
  messages: ['content', 0, 'text'],
  completions: ['choices', 0, 'text'],
  complete: ['completion'],
}

/** The first text; the whole list where there may be several choices, or calls in place of a text. */
function answerPlace({ protocol, parameters }: Asked): readonly (string | number)[] {
  const place = TEXTS[protocol]
  return parameters.tools === undefined && (parameters.n ?? 1) === 1 ? place : place.slice(0, 1)
}
