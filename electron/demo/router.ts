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
import { responses } from './responses.ts'
import { tokenizeText } from './tokenize-text.ts'

type Route = { method: 'GET' | 'POST'; handle: Handler }

const ROUTES: Readonly<Record<string, Route>> = {
  '/v1/language-models': { method: 'GET', handle: languageModels },
  '/v1/language-models/{id}': { method: 'GET', handle: languageModel },
  '/v1/models': { method: 'GET', handle: models },
  '/v1/models/{id}': { method: 'GET', handle: model },
  '/v1/image-generation-models': { method: 'GET', handle: imageModels },
  '/v1/image-generation-models/{id}': { method: 'GET', handle: imageModel },
  '/v1/video-generation-models': { method: 'GET', handle: noModels },
  '/v1/embedding-models': { method: 'GET', handle: noModels },
  '/v1/api-key': { method: 'GET', handle: apiKey },
  '/v1/me': { method: 'GET', handle: me },
  '/v1/tokenize-text': { method: 'POST', handle: tokenizeText },
  '/v1/chat/completions': { method: 'POST', handle: chatCompletions },
  '/v1/chat/deferred-completion/{id}': { method: 'GET', handle: deferredCompletion },
  '/v1/responses': { method: 'POST', handle: responses },
  '/v1/messages': { method: 'POST', handle: messages },
  '/v1/completions': { method: 'POST', handle: completions },
  '/v1/complete': { method: 'POST', handle: complete },
}

/** Route, method, content type, then the endpoint's own checks; the first that fails answers. */
export function answer(call: Call): Reply {
  const found = find(call.path)
  if (found === null) return noSuchRoute(call.state.era)
  const { route, id } = found
  if (route.method !== call.method) return plainText(405, '', { allow: route.method })
  if (route.method === 'POST' && !/^application\/json\b/i.test(String(call.headers['content-type'] ?? ''))) {
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
