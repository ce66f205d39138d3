import { noSuchRoute } from './api-refusals.ts'
import { chatCompletions } from './chat-completions.ts'
import { complete } from './complete.ts'
import { completions } from './completions.ts'
import { deferredCompletion } from './deferred-completion.ts'
import type { Call, Handler } from './demo-state.ts'
import { apiKey, me } from './key-endpoints.ts'
import { messages } from './messages.ts'
import {
  imageModel,
  imageModels,
  languageModel,
  languageModels,
  model,
  models,
  noModels,
} from './model-lists.ts'
import { plainText, Refusal, type Reply } from './reply.ts'
import { responses, storedResponse } from './responses.ts'
import { segmind } from './segmind.ts'
import { tokenizeText } from './tokenize-text.ts'

type Method = 'GET' | 'POST' | 'DELETE'
type Route = { methods: readonly Method[]; handle: Handler }

const ROUTES: Readonly<Record<string, Route>> = {
  '/v1/language-models': { methods: ['GET'], handle: languageModels },
  '/v1/language-models/{id}': { methods: ['GET'], handle: languageModel },
  '/v1/models': { methods: ['GET'], handle: models },
  '/v1/models/{id}': { methods: ['GET'], handle: model },
  '/v1/image-generation-models': { methods: ['GET'], handle: imageModels },
  '/v1/image-generation-models/{id}': { methods: ['GET'], handle: imageModel },
  '/v1/video-generation-models': { methods: ['GET'], handle: noModels },
  '/v1/embedding-models': { methods: ['GET'], handle: noModels },
  '/v1/api-key': { methods: ['GET'], handle: apiKey },
  '/v1/me': { methods: ['GET'], handle: me },
  '/v1/tokenize-text': { methods: ['POST'], handle: tokenizeText },
  '/v1/chat/completions': { methods: ['POST'], handle: chatCompletions },
  '/v1/chat/deferred-completion/{id}': { methods: ['GET'], handle: deferredCompletion },
  '/v1/responses/{id}': { methods: ['GET', 'DELETE'], handle: storedResponse },
  '/v1/grok-2': { methods: ['POST'], handle: segmind },
  '/v1/responses': { methods: ['POST'], handle: responses },
  '/v1/messages': { methods: ['POST'], handle: messages },
  '/v1/completions': { methods: ['POST'], handle: completions },
  '/v1/complete': { methods: ['POST'], handle: complete },
}

/** Route, method, content type, then the endpoint's own checks; the first that fails answers. */
export function answer(call: Call): Reply {
  const found = find(call.path)
  if (found === null) return noSuchRoute(call.state.era)
  const { route, id } = found
  const method = route.methods.find((one) => one === call.method)
  if (method === undefined) return plainText(405, '', { allow: route.methods.join(', ') })
  if (method === 'POST' && !/^application\/json\b/i.test(String(call.headers['content-type'] ?? ''))) {
    return plainText(415, 'Expected request with `Content-Type: application/json`')
  }
  try {
    return route.handle({ ...call, id })
  } catch (error) {
    if (error instanceof Refusal) return error.reply
    throw error
  }
}

function find(path: string): { route: Route; id: string } | null {
  const whole = ROUTES[path]
  if (whole !== undefined) return { route: whole, id: '' }
  const slash = path.lastIndexOf('/')
  const one = ROUTES[`${path.slice(0, slash)}/{id}`]
  const id = decoded(path.slice(slash + 1))
  return one === undefined || id === '' ? null : { route: one, id }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
