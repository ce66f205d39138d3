import { failureOf } from '../../shared/contract/failure.ts'
import { ServiceFailure, type Wire, type WireAnswer } from '../services/ports.ts'
import { readAnswerHeaders } from './answer-headers.ts'
import { failureInBody, failureOfResponse } from './failure-of-response.ts'
import type { OpenAnswer } from './open-answer.ts'
import { parseLongJson } from './parse-long-json.ts'
import { openWithRetries } from './retry.ts'
import type { WirePorts } from './wire-ports.ts'

/**
 * JSON requests. Resolves only for a 2xx answer with a JSON body that is no error; throws `ServiceFailure` otherwise:
 * `not-the-api` for another content type, `empty-answer`, `cut-off` for JSON whose end is missing, `malformed-answer`
 * for text that is no JSON, `answer-too-large` beyond 20 MB, and everything of reference 7.
 */
export function createWire(ports: WirePorts): Wire {
  return {
    async json(target, request) {
      const answer = await openWithRetries(ports, {
        target,
        url: `${target.baseUrl}${request.path}`,
        method: request.method,
        accept: 'application/json',
        body: request.body === undefined ? undefined : JSON.stringify(request.body),
        signal: request.signal,
      })
      return readJsonAnswer(answer, ports.clock.now())
    },
  }
}

/** UTF-16 units; a longer answer is parsed in batches. */
const LONG_JSON = 500_000

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Reads the body of an open answer as JSON, under the rules of `createWire`. `now` is UTC ms. */
export async function readJsonAnswer(answer: OpenAnswer, now: number): Promise<WireAnswer> {
  const text = await answer.readAll(answer.limits.jsonBytes)
  const headers = readAnswerHeaders(answer.headers, answer.redact)
  const details = { status: answer.status, requestId: headers.requestId }
  if (text.trim() === '') throw new ServiceFailure(failureOf('empty-answer', details))
  if (!isJson(answer.headers.get('content-type'))) {
    const { serverWords } = failureOfResponse({ ...answer, now }, text)
    throw new ServiceFailure(failureOf('not-the-api', { ...details, serverWords }))
  }
  const parse = (json: string) => answer.cleaner.parse(json).reading
  const reading = text.length > LONG_JSON ? await parseLongJson(text, turn, parse) : parse(text)
  if (reading.kind === 'cut') throw new ServiceFailure(failureOf('cut-off', details))
  if (reading.kind === 'malformed') throw new ServiceFailure(failureOf('malformed-answer', details))
  const failure = failureInBody({ ...answer, now }, reading.value)
  if (failure !== null) throw new ServiceFailure(failure)
  return { status: answer.status, body: reading.value, headers }
}

function isJson(contentType: string | null): boolean {
  return /^\s*application\/([\w.-]+\+)?json\s*(;|$)/i.test(contentType ?? '')
}
