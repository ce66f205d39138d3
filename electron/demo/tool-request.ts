import type { Fields } from './body-fields.ts'
import type { AnswerFormat, DemoTool } from './inference-request.ts'

/** `tools` in the form of chat (`function` inside), Responses (flat) or Messages (`input_schema`). */
export function readTools(fields: Fields): DemoTool[] {
  if (!fields.has('tools')) return []
  return fields.objects('tools').flatMap((tool) => {
    const described = tool.object('function') ?? tool
    // Tools that the service runs itself, such as a search, have a type and no name.
    if (!described.has('name')) return []
    const schema = described.raw('parameters') ?? described.raw('input_schema')
    return [{ name: described.requiredText('name'), schema }]
  })
}

/** `response_format` of chat, `text.format` of Responses. */
export function readFormat(format: Fields | null): AnswerFormat {
  switch (format?.text('type') ?? 'text') {
    case 'json_object':
      return { kind: 'json', schema: null }
    case 'json_schema':
      return { kind: 'json', schema: (format?.object('json_schema') ?? format)?.raw('schema') ?? null }
    default:
      return { kind: 'text' }
  }
}
