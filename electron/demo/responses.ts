import { streamedAnswer, wholeAnswer } from './answer-headers.ts'
import { apiError } from './api-error.ts'
import { noSuchRoute } from './api-refusals.ts'
import { type Fields, jsonTypeRefusal, readBody } from './body-fields.ts'
import { readParts, readTurns } from './chat-request.ts'
import type { Call } from './demo-state.ts'
import { infer, modelName } from './inference.ts'
import { type InferenceRequest, PLAIN_REQUEST } from './inference-request.ts'
import { requireKey } from './key-check.ts'
import type { Turn } from './prompt.ts'
import { json, Refusal, type Reply } from './reply.ts'
import { type ResponsesEcho, responseObject } from './responses-body.ts'
import { responsesEvents } from './responses-stream.ts'
import { readFormat, readTools } from './tool-request.ts'

/**
 * POST /v1/responses, plain and streamed (reference 6.3). A response is kept unless told otherwise, for GET and DELETE;
 * going on from an earlier one is not played. Early 2025 had no such address.
 */
export function responses(call: Call): Reply {
  if (call.state.era === 'A') return noSuchRoute(call.state.era)
  const fields = readBody(call.body, jsonTypeRefusal)
  const instructions = fields.text('instructions')
  const echo: ResponsesEcho = {
    instructions,
    previousId: fields.text('previous_response_id'),
    store: fields.raw('store') === null ? true : fields.flag('store'),
  }
  const request: InferenceRequest = {
    ...PLAIN_REQUEST,
    turns: [...systemTurn(instructions), ...readInput(fields)],
    stream: fields.flag('stream'),
    maxTokens: fields.count('max_output_tokens'),
    effort: fields.object('reasoning')?.text('effort') ?? null,
    priority: fields.text('service_tier') === 'priority',
    liveSearch: fields.object('search_parameters')?.count('max_search_results') ?? null,
    tools: readTools(fields),
    format: readFormat(fields.object('text')?.object('format') ?? null),
    temperature: fields.number('temperature'),
    topP: fields.number('top_p'),
    model: modelName(call, fields.text('model'), () => fields.missing('model')),
  }
  const generation = infer(call, 'chat', request)
  const shape = (done: boolean): object => responseObject(generation, request, echo, done)
  if (echo.store) call.state.responses.keep(generation.id, shape(true))
  if (request.stream) return streamedAnswer(call, generation, responsesEvents(generation, shape))
  return wholeAnswer(call, generation, shape(true))
}

/** GET and DELETE /v1/responses/{id}. */
export function storedResponse(call: Call): Reply {
  const { era, responses: kept } = call.state
  requireKey(call, 'chat')
  const body = kept.get(call.id)
  if (body === null) throw new Refusal(apiError(era, 'not-found', `Response with id ${call.id} not found.`))
  if (call.method === 'GET') return json(body)
  kept.forget(call.id)
  return json({ id: call.id, object: 'response', deleted: true })
}

function systemTurn(text: string | null): Turn[] {
  return text === null || text === '' ? [] : [{ role: 'system', parts: [{ kind: 'text', text }] }]
}

/** A text, or a list of messages. */
function readInput(fields: Fields): Turn[] {
  const input = fields.raw('input')
  if (typeof input === 'string') return [{ role: 'user', parts: readParts(fields, 'input') }]
  return Array.isArray(input)
    ? readTurns(fields, 'input')
    : fields.mistyped('input', 'a string or a sequence')
}
