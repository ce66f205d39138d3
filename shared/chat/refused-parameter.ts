import type { Failure } from '../contract/failure.ts'
import { ParameterName } from './parameter-name.ts'

/**
 * Which parameter a server says this model does not take, or `null` when it says something else. The name in the
 * refusal is camelCase (reference 5.4, 7); a gateway in front may use its own.
 */
export function refusedParameter(failure: Failure): ParameterName | null {
  if (failure.code !== 'invalid-request' || failure.serverWords === null) return null
  const name = NAMED.map((words) => words.exec(failure.serverWords ?? '')?.[1]).find(
    (one) => one !== undefined,
  )
  if (name === undefined) return null
  const known = ParameterName.safeParse(OTHER_NAMES[name] ?? camelCase(name))
  return known.success ? known.data : null
}

const NAMED = [
  /argument not supported(?: on this model)?:\s*[`'"]?(\w+)/i,
  /does not support (?:the )?parameter\s*[`'"]?(\w+)/i,
  /unsupported parameter:\s*[`'"]?(\w+)/i,
]

const OTHER_NAMES: Readonly<Record<string, string>> = {
  maxTokens: 'maxCompletionTokens',
  max_tokens: 'maxCompletionTokens',
  maxOutputTokens: 'maxCompletionTokens',
  max_output_tokens: 'maxCompletionTokens',
  stopSequences: 'stop',
  stop_sequences: 'stop',
  toolChoice: 'tools',
  tool_choice: 'tools',
}

function camelCase(name: string): string {
  return name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
