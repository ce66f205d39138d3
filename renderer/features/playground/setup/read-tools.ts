import type { ChatParameters } from '../../../../shared/chat/parameters.ts'

type Tools = NonNullable<ChatParameters['tools']>
type Tool = Tools[number]
type SchemaFormat = Extract<NonNullable<ChatParameters['responseFormat']>, { kind: 'json-schema' }>
type JsonObject = SchemaFormat['schema']

const LONGEST_NAME = 200

/** Tool definitions: our own form, or the API's (`{"type":"function","function":{…}}`), one or a list of them. */
export function readTools(json: unknown): Tools | null {
  const list = (Array.isArray(json) ? json : [json]).map(readTool)
  const tools = list.filter((tool) => tool !== null)
  return tools.length === 0 || tools.length < list.length ? null : tools
}

function readTool(json: unknown): Tool | null {
  const inside = isObject(json) && isObject(json['function']) ? json['function'] : json
  if (!isObject(inside)) return null
  const { name, description, parameters } = inside
  if (typeof name !== 'string' || name === '' || name.length > LONGEST_NAME) return null
  if (description !== undefined && typeof description !== 'string') return null
  if (parameters !== undefined && !isObject(parameters)) return null
  return {
    name,
    ...(description === undefined ? {} : { description }),
    ...(parameters === undefined ? {} : { parameters }),
  }
}

/** `{"name":…,"schema":{…}}`, with or without the API's wrapping. */
export function readSchema(json: unknown): SchemaFormat | null {
  const inside = isObject(json) && isObject(json['json_schema']) ? json['json_schema'] : json
  if (!isObject(inside)) return null
  const { name, schema, strict } = inside
  if (typeof name !== 'string' || name === '' || !isObject(schema)) return null
  if (strict !== undefined && typeof strict !== 'boolean') return null
  return { kind: 'json-schema', name, schema, ...(strict === undefined ? {} : { strict }) }
}

/** What is read here was parsed from JSON: all its values are JSON. */
function isObject(json: unknown): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}
