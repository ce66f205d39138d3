import { ChatParameters } from '../../../../shared/chat/parameters.ts'

type Tools = NonNullable<ChatParameters['tools']>
type ResponseFormat = NonNullable<ChatParameters['responseFormat']>

/** Tool definitions: our own form, or the API's (`{"type":"function","function":{…}}`), one or a list of them. */
export function readTools(json: unknown): Tools | null {
  const list = Array.isArray(json) ? json : [json]
  const read = ChatParameters.shape.tools.safeParse(list.map(withoutWrapper))
  return read.success && read.data !== undefined ? read.data : null
}

function withoutWrapper(tool: unknown): unknown {
  if (typeof tool !== 'object' || tool === null) return tool
  if ('function' in tool) return tool.function
  if (!('type' in tool)) return tool
  const { type: _, ...rest } = tool
  return rest
}

/** `{"name":…,"schema":{…}}`, with or without the API's wrapping. */
export function readSchema(json: unknown): ResponseFormat | null {
  const inside = typeof json === 'object' && json !== null && 'json_schema' in json ? json.json_schema : json
  if (typeof inside !== 'object' || inside === null) return null
  const read = ChatParameters.shape.responseFormat.safeParse({ ...inside, kind: 'json-schema' })
  return read.success && read.data !== undefined ? read.data : null
}
