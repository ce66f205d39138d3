import type { StreamedProtocol } from './answer-reader.ts'

export type SdkFetch = (url: string, init: RequestInit) => Promise<Response>

/** One request for an SDK. `path` starts with `/v1/`. */
export type SdkRequest = {
  baseUrl: string
  path: string
  body: Readonly<Record<string, unknown>>
  fetch: SdkFetch
}

/**
 * Sends a request through the SDK of its protocol and hands out the events of the stream. The client can reach nothing
 * by itself and knows no key: its fetch is the only way, and puts the key in. The SDKs' own retries are off, and every
 * option that they would otherwise read from the environment is set.
 */
export function openWithSdk(
  protocol: StreamedProtocol,
  request: SdkRequest,
): Promise<AsyncIterable<unknown>> {
  return protocol === 'messages' || protocol === 'complete' ? withAnthropic(request) : withOpenAi(request)
}

const NO_KEY = 'put in by the guarded fetch'
/** Our own limits hold; this is the longest a timer can run. */
const NO_TIMEOUT_MS = 2 ** 31 - 1

/** Loaded when first needed: each SDK is over a megabyte of code that the first view does not need. */
async function withOpenAi(request: SdkRequest): Promise<AsyncIterable<unknown>> {
  const { OpenAI } = await import('openai')
  const client = new OpenAI({
    apiKey: NO_KEY,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    baseURL: request.baseUrl,
    logLevel: 'off',
    maxRetries: 0,
    timeout: NO_TIMEOUT_MS,
    fetch: (input, init) => request.fetch(String(input), init ?? {}),
  })
  return client.post<AsyncIterable<unknown>>(request.path, { body: request.body, stream: true })
}

async function withAnthropic(request: SdkRequest): Promise<AsyncIterable<unknown>> {
  const { Anthropic } = await import('@anthropic-ai/sdk')
  const client = new Anthropic({
    apiKey: NO_KEY,
    authToken: null,
    webhookKey: null,
    baseURL: request.baseUrl,
    logLevel: 'off',
    maxRetries: 0,
    timeout: NO_TIMEOUT_MS,
    fetch: (input, init) => request.fetch(String(input), init ?? {}),
  })
  return client.post<AsyncIterable<unknown>>(request.path, { body: request.body, stream: true })
}
