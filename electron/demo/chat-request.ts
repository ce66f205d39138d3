import type { Fields } from './body-fields.ts'
import type { InferenceRequest } from './inference-request.ts'
import type { PromptPart, Turn } from './prompt.ts'
import { readFormat, readTools } from './tool-request.ts'
import { calledTools, holdsToolResult, toolItem } from './tool-turns.ts'

const ROLES = ['system', 'user', 'assistant', 'tool', 'developer']

/** The options that chat completions and completions share. */
export function readOptions(fields: Fields): Omit<InferenceRequest, 'model' | 'turns'> {
  const search = fields.object('search_parameters') ?? fields.object('web_search_options')
  return {
    stream: fields.flag('stream'),
    maxTokens: fields.count('max_completion_tokens') ?? fields.count('max_tokens'),
    stop: fields.texts('stop'),
    choices: fields.count('n') ?? 1,
    effort: fields.text('reasoning_effort'),
    priority: fields.text('service_tier') === 'priority',
    liveSearch: search === null ? null : (search.count('max_search_results') ?? 15),
    temperature: fields.number('temperature'),
    topP: fields.number('top_p'),
    tools: readTools(fields),
    format: readFormat(fields.object('response_format')),
    given: givenParameters(fields),
  }
}

/** Messages of chat completions, Responses and Messages: content is text or a list of parts. */
export function readTurns(fields: Fields, name: string): Turn[] {
  return fields.objects(name).map((message) => {
    const item = toolItem(message)
    if (item !== null) return item
    const role = message.requiredText('role')
    if (!ROLES.includes(role)) return message.mistyped('role', `one of ${ROLES.join(', ')}`)
    const parts = [...readParts(message, 'content'), ...calledTools(message)]
    return { role: holdsToolResult(message) ? 'tool' : role, parts }
  })
}

export function readParts(fields: Fields, name: string): PromptPart[] {
  const content = fields.raw(name)
  if (content === null) return []
  if (typeof content === 'string') return [{ kind: 'text', text: content }]
  return fields.objects(name).flatMap(readPart)
}

function readPart(part: Fields): PromptPart[] {
  switch (part.requiredText('type')) {
    case 'text':
    case 'input_text':
    case 'output_text':
      return [{ kind: 'text', text: part.requiredText('text') }]
    case 'image_url': {
      const image = part.object('image_url') ?? part.missing('image_url')
      return [{ kind: 'image', url: image.requiredText('url'), detail: image.text('detail') }]
    }
    case 'input_image':
      return [{ kind: 'image', url: part.requiredText('image_url'), detail: part.text('detail') }]
    case 'tool_use':
      return [{ kind: 'text', text: `${part.requiredText('name')} ${JSON.stringify(part.raw('input'))}` }]
    case 'tool_result':
      return readParts(part, 'content')
    case 'image':
      return [{ kind: 'image', url: anthropicImage(part), detail: null }]
    default:
      return []
  }
}

/** Anthropic's image block, as the data address that says the same. */
function anthropicImage(part: Fields): string {
  const source = part.object('source') ?? part.missing('source')
  const url = source.text('url')
  return url ?? `data:${source.requiredText('media_type')};base64,${source.requiredText('data')}`
}

function givenParameters(fields: Fields): string[] {
  const names = {
    presence_penalty: 'presencePenalty',
    frequency_penalty: 'frequencyPenalty',
    stop: 'stop',
    logit_bias: 'logitBias',
  }
  return Object.entries(names).flatMap(([name, camelCase]) => (fields.has(name) ? [camelCase] : []))
}
