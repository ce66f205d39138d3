import { assertNever } from '../assert-never.ts'
import type { ChatParameters } from './parameters.ts'
import type { Protocol } from './protocol.ts'

type Fields = Record<string, unknown>
type ResponseFormat = NonNullable<ChatParameters['responseFormat']>
type Tool = NonNullable<ChatParameters['tools']>[number]

/** The parameters that each protocol wraps in its own way. */
export function shapedFields(protocol: Protocol, parameters: ChatParameters): Fields {
  const { responseFormat, tools, reasoningEffort, user } = parameters
  switch (protocol) {
    case 'chat':
    case 'deferred':
      return {
        ...(responseFormat && { response_format: chatFormat(responseFormat) }),
        ...(tools && { tools: tools.map((tool) => ({ type: 'function', function: openAiTool(tool) })) }),
      }
    case 'responses':
      return {
        ...(responseFormat && { text: { format: responsesFormat(responseFormat) } }),
        ...(tools && { tools: tools.map((tool) => ({ type: 'function', ...openAiTool(tool) })) }),
        ...(reasoningEffort && { reasoning: { effort: reasoningEffort } }),
      }
    case 'messages':
      return {
        ...(tools && { tools: tools.map(anthropicTool) }),
        ...(user && { metadata: { user_id: user } }),
      }
    case 'complete':
      return { ...(user && { metadata: { user_id: user } }) }
    case 'completions':
    case 'segmind':
      return {}
    default:
      return assertNever(protocol)
  }
}

function chatFormat(format: ResponseFormat): Fields {
  if (format.kind !== 'json-schema') return { type: format.kind === 'text' ? 'text' : 'json_object' }
  return { type: 'json_schema', json_schema: schemaOf(format) }
}

/** As in chat, but without the wrapper around the schema. */
function responsesFormat(format: ResponseFormat): Fields {
  return format.kind === 'json-schema' ? { type: 'json_schema', ...schemaOf(format) } : chatFormat(format)
}

function schemaOf({ name, schema, strict }: Extract<ResponseFormat, { kind: 'json-schema' }>): Fields {
  return { name, schema, ...(strict === undefined ? {} : { strict }) }
}

function openAiTool({ name, description, parameters }: Tool): Fields {
  return { name, ...(description === undefined ? {} : { description }), ...(parameters && { parameters }) }
}

/** This form demands a schema: without one the tool takes nothing. */
function anthropicTool({ name, description, parameters }: Tool): Fields {
  const schema = { input_schema: parameters ?? { type: 'object', properties: {} } }
  return { name, ...(description === undefined ? {} : { description }), ...schema }
}
