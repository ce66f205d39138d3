import { z } from 'zod'
import type { DemoApi } from '../../../../electron/demo/demo-api.ts'

const JsonObject = z.record(z.string(), z.unknown())

/** GET with the right key, unless told otherwise. */
export function get(api: DemoApi, path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${api.baseUrl}${path}`, {
    headers: { authorization: `Bearer ${api.key}`, ...headers },
    redirect: 'manual',
    signal: AbortSignal.timeout(10_000),
  })
}

/** POST of JSON with the right key, unless told otherwise. A text is sent as it is. */
export function post(
  api: DemoApi,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${api.baseUrl}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.key}`, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    redirect: 'manual',
    signal: AbortSignal.timeout(10_000),
  })
}

export const say = (content: string): { role: string; content: string }[] => [{ role: 'user', content }]

export function chat(api: DemoApi, body: object): Promise<Response> {
  return post(api, '/v1/chat/completions', { messages: say('Hello'), ...body })
}

export async function objectOf(answer: Promise<Response>): Promise<Record<string, unknown>> {
  return JsonObject.parse(await (await answer).json())
}

/** The list of a wrapper such as `models` or `data`. */
export async function listOf(answer: Promise<Response>, name: string): Promise<Record<string, unknown>[]> {
  return z.array(JsonObject).parse((await objectOf(answer))[name])
}

export type SseEvent = { name: string | null; data: string }

/** Every event of a stream, read to its end. */
export async function eventsOf(answer: Promise<Response>): Promise<SseEvent[]> {
  return parseEvents(await (await answer).text())
}

export function parseEvents(text: string): SseEvent[] {
  return text
    .replaceAll('\r\n', '\n')
    .split('\n\n')
    .filter((block) => block !== '')
    .map((block) => {
      const lines = block.split('\n')
      const field = (name: string): string | null =>
        lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? null
      return { name: field('event'), data: field('data') ?? '' }
    })
}

export const Usage = z.object({
  prompt_tokens: z.number(),
  completion_tokens: z.number(),
  total_tokens: z.number(),
  prompt_tokens_details: z.object({
    text_tokens: z.number(),
    image_tokens: z.number(),
    cached_tokens: z.number(),
  }),
  completion_tokens_details: z.object({ reasoning_tokens: z.number() }).optional(),
  num_sources_used: z.number().optional(),
  cost_in_usd_ticks: z.number().optional(),
})
export type Usage = z.infer<typeof Usage>

export const Completion = z.object({
  id: z.string(),
  object: z.literal('chat.completion'),
  created: z.number(),
  model: z.string(),
  choices: z.array(
    z.object({
      index: z.number(),
      message: z.object({
        role: z.literal('assistant'),
        content: z.string(),
        reasoning_content: z.string().optional(),
        refusal: z.null(),
      }),
      finish_reason: z.enum(['stop', 'length']),
    }),
  ),
  usage: Usage,
  service_tier: z.string().optional(),
  system_fingerprint: z.string(),
})
export type Completion = z.infer<typeof Completion>

export async function completionOf(answer: Promise<Response>): Promise<Completion> {
  return Completion.parse(await (await answer).json())
}

export const Chunk = z.object({
  id: z.string(),
  object: z.literal('chat.completion.chunk'),
  model: z.string(),
  choices: z.array(
    z.object({
      index: z.number(),
      delta: z.object({
        role: z.string().optional(),
        content: z.string().optional(),
        reasoning_content: z.string().optional(),
      }),
      finish_reason: z.string().optional(),
    }),
  ),
  usage: Usage.optional(),
  service_tier: z.string().optional(),
})
export type Chunk = z.infer<typeof Chunk>

/** The chunks of a chat stream; the last event must be [DONE]. */
export async function chunksOf(answer: Promise<Response>): Promise<Chunk[]> {
  const events = await eventsOf(answer)
  if (events.at(-1)?.data !== '[DONE]') throw new Error('the stream did not end in [DONE]')
  return events.slice(0, -1).map((event) => Chunk.parse(JSON.parse(event.data)))
}

/** The number of tokens `/v1/tokenize-text` counts. */
export async function countOf(api: DemoApi, model: string, text: string): Promise<number> {
  return (await listOf(post(api, '/v1/tokenize-text', { model, text }), 'token_ids')).length
}
