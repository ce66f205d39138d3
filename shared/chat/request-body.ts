import { assertNever } from '../assert-never.ts'
import { anthropicMessages } from './anthropic-messages.ts'
import { chatMessages } from './chat-messages.ts'
import type { ContentPart, Turn } from './content.ts'
import { parameterFields } from './parameter-map.ts'
import type { ChatParameters } from './parameters.ts'
import { completePrompt, plainPrompt } from './plain-prompt.ts'
import type { Protocol } from './protocol.ts'
import { responsesInput } from './responses-input.ts'

/** What an answer is asked for with, in no protocol's form. */
export type Asked = {
  protocol: Protocol
  model: string
  /** In the order in which they go out. */
  turns: readonly Turn[]
  /** Only what is there is sent. */
  parameters: ChatParameters
}

const PATHS: Record<Protocol, string> = {
  chat: '/v1/chat/completions',
  deferred: '/v1/chat/completions',
  responses: '/v1/responses',
  messages: '/v1/messages',
  completions: '/v1/completions',
  complete: '/v1/complete',
  segmind: '/v1/grok-2',
}

/** Where a request goes, below the base URL. */
export function requestPath(protocol: Protocol): string {
  return PATHS[protocol]
}

/** Where a deferred answer is fetched (reference 6.4). `segment` is its id, written as one segment of a path. */
export function deferredPath(segment: string): string {
  return `/v1/chat/deferred-completion/${segment}`
}

const TEXT_ONLY: readonly Protocol[] = ['completions', 'complete', 'segmind']

/** The kinds of content that a prompt holds and the protocol has no form for; such a request must not be sent. */
export function unsupportedContent(protocol: Protocol, turns: readonly Turn[]): ContentPart['kind'][] {
  if (!TEXT_ONLY.includes(protocol)) return []
  const kinds = turns.flatMap(({ parts }) => parts.map(({ kind }) => kind))
  return [...new Set(kinds)].filter((kind) => kind !== 'text').sort()
}

/**
 * The JSON body of a request (reference 5.4, 6, 9). Parameters that the protocol lacks are left out, and so is content
 * it has no form for. `stream` asks for a stream with usage; it means nothing to `deferred` and `segmind`.
 */
export function requestBody(asked: Asked, stream: boolean): Record<string, unknown> {
  const { protocol, model, parameters } = asked
  const content = contentFields(asked)
  if (protocol === 'segmind') return content
  const streaming = stream ? streamFields(protocol) : {}
  const deferred = protocol === 'deferred' ? { deferred: true } : {}
  return { model, ...content, ...parameterFields(protocol, parameters), ...deferred, ...streaming }
}

function contentFields({ protocol, turns }: Asked): Record<string, unknown> {
  switch (protocol) {
    case 'chat':
    case 'deferred':
      return { messages: chatMessages(turns) }
    case 'responses':
      return { input: responsesInput(turns) }
    case 'messages':
      return anthropicMessages(turns)
    case 'completions':
      return { prompt: plainPrompt(turns) }
    case 'complete':
      return { prompt: completePrompt(turns) }
    case 'segmind':
      return { messages: chatMessages(turns) }
    default:
      return assertNever(protocol)
  }
}

function streamFields(protocol: Protocol): Record<string, unknown> {
  if (protocol === 'deferred') return {}
  const usage = protocol === 'chat' || protocol === 'completions'
  return { stream: true, ...(usage ? { stream_options: { include_usage: true } } : {}) }
}
