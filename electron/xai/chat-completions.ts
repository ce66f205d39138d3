import type { OpenAI } from 'openai'
import type { Turn } from '../../shared/chat/content.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import {
  type AnswerRequest,
  type ChatPart,
  ServiceFailure,
  type StreamChat,
  type Target,
} from '../services/ports.ts'
import { readAnswerHeaders } from './answer-headers.ts'
import { createChunkReader } from './chat-chunk.ts'
import { type ChatRun, cleanChunks, endOfRun, newChatRun } from './chat-run.ts'
import { createRequestGuard } from './request-guard.ts'
import { openWithRetries } from './retry.ts'
import { createRetryFeed } from './retry-feed.ts'
import { readJsonAnswer } from './wire.ts'
import type { WirePorts } from './wire-ports.ts'

type ChatMessage = { role: 'system' | 'user' | 'assistant'; content: string }
type SdkFetch = (url: string, init: RequestInit) => Promise<Response>

/**
 * Streams `/v1/chat/completions`. The parts come in order; `end` only after the server said that it was finished.
 * Throws `ServiceFailure`: `cut-off`, `stopped`, `malformed-answer`, `empty-answer`, `not-the-api`, and everything of
 * reference 7; what was yielded before stays valid. Leaving the loop closes the connection.
 */
export function createStreamChat(ports: WirePorts): StreamChat {
  return (target, request) => streamChat(ports, target, request)
}

async function* streamChat(
  ports: WirePorts,
  target: Target,
  request: AnswerRequest,
): AsyncGenerator<ChatPart, void> {
  const run = newChatRun()
  // Outlives each attempt: it ends waiting for the SDK too, and the connection when the consumer leaves the loop.
  const guard = createRequestGuard({ schedule: neverFires, totalMs: 0, caller: request.signal })
  try {
    const sdk = await guard.race(loadSdk())
    const retries = createRetryFeed()
    const telling = { ...ports, onRetry: retries.push }
    const client = clientFor(sdk, target, (url, init) =>
      openChat({ ports: telling, target, run, signal: guard.signal }, url, init),
    )
    const starting = guard.race(startChat(client, request))
    for await (const retry of retries.until(starting)) yield { kind: 'retry', retry }
    const chunks = await starting.catch((error: unknown) => {
      // The SDK wraps whatever our fetch throws; `run` has the original.
      throw run.failure === null ? error : new ServiceFailure(run.failure)
    })
    if (run.answer !== null) {
      yield { kind: 'headers', headers: readAnswerHeaders(run.answer.headers, run.answer.redact) }
    }
    const partsOf = createChunkReader()
    for await (const chunk of chunks) {
      for (const part of partsOf(chunk)) {
        throwIfStopped(request.signal)
        yield part
      }
    }
    throwIfStopped(request.signal)
    yield endOfRun(run)
  } finally {
    guard.end()
  }
}

/** Nothing is handed out after a stop, not even what had arrived by then. */
function throwIfStopped(signal: AbortSignal): void {
  if (signal.aborted) throw new ServiceFailure(failureOf('stopped'))
}

const neverFires = () => () => {}

/** Not at start-up: the SDK is over a megabyte of code that the first view does not need. */
async function loadSdk(): Promise<typeof OpenAI> {
  return (await import('openai')).OpenAI
}

/**
 * A client that can reach nothing by itself and knows no key: the guarded fetch takes the address and the body from it
 * and nothing else. Every option that the SDK would otherwise read from the environment is set.
 */
function clientFor(sdk: typeof OpenAI, target: Target, fetch: SdkFetch): OpenAI {
  return new sdk({
    apiKey: 'put in by the guarded fetch',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    baseURL: `${target.baseUrl}/v1`,
    logLevel: 'off',
    maxRetries: 0,
    // Our own limits hold; this is the longest a timer can run.
    timeout: 2 ** 31 - 1,
    fetch: (input, init) => fetch(String(input), init ?? {}),
  })
}

function startChat(client: OpenAI, request: AnswerRequest): Promise<AsyncIterable<unknown>> {
  return Promise.resolve(
    client.chat.completions.create({
      model: request.model,
      messages: request.turns.flatMap(messageOf),
      stream: true,
      stream_options: { include_usage: true },
    }),
  )
}

function messageOf({ role, parts }: Turn): ChatMessage[] {
  const content = parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')
  return role === 'tool' ? [] : [{ role, content }]
}

type Chat = { ports: WirePorts; target: Target; run: ChatRun; signal: AbortSignal }

async function openChat(
  { ports, target, run, signal }: Chat,
  url: string,
  init: RequestInit,
): Promise<Response> {
  try {
    const body = typeof init.body === 'string' ? init.body : undefined
    const answer = await openWithRetries(ports, {
      target,
      url,
      method: 'POST',
      accept: 'text/event-stream',
      body,
      signal,
    })
    if (!/^\s*text\/event-stream\s*(;|$)/i.test(answer.headers.get('content-type') ?? '')) {
      // Before any event is looked for: an error body under 200, a page or nothing would read as an empty stream.
      await readJsonAnswer(answer, ports.clock.now())
      throw new ServiceFailure(failureOf('malformed-answer', { status: answer.status }))
    }
    run.answer = answer
    const chunks = cleanChunks(answer, run, () => ports.clock.now())
    return new Response(chunks, { headers: { 'content-type': 'text/event-stream' } })
  } catch (error) {
    if (error instanceof ServiceFailure) run.failure = error.failure
    throw error
  }
}
