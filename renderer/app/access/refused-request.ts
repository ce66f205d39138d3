import type { Failure, FailureCode } from '../../../shared/contract/failure.ts'

/** What was asked for when the server refused: an endpoint's name as in access strings, and a model by any name. */
export type AskedFor = { endpoint?: string | null; model?: string | null }

const REFUSALS: ReadonlySet<FailureCode> = new Set([
  'no-key',
  'wrong-key',
  'not-permitted',
  'key-disabled',
  'key-blocked',
])
/** The server's own sentences about a permission (reference 7): they name what the caller of this may not know. */
const ENDPOINT = /Access to the (?!model )(\S{1,64}) endpoint is denied/i
const MODEL =
  /(?:Access to the model (\S{1,128}) is denied|The model (\S{1,128}) does not exist or your team)/i

/** Whether a failure is about the key, so that its permissions can explain it. */
export function isAboutKey({ code, serverWords }: Failure): boolean {
  return REFUSALS.has(code) || (code === 'model-not-found' && MODEL.test(serverWords ?? ''))
}

/** Endpoint and model of a refused request: the endpoint that the server's words name, else what was asked for. */
export function refusedRequest(
  failure: Failure,
  asked: AskedFor,
): { endpoint: string | null; model: string | null } {
  const words = failure.serverWords ?? ''
  const [, denied, unknown] = MODEL.exec(words) ?? []
  return {
    endpoint: ENDPOINT.exec(words)?.[1] ?? asked.endpoint ?? null,
    model: asked.model ?? denied ?? unknown ?? null,
  }
}
