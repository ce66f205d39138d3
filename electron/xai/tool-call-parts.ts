import type { ChatPart } from '../services/ports.ts'
import { wordIn } from './answer-facts.ts'
import { isRecord } from './record.ts'

/**
 * `tool_calls` of a chat delta or message. xAI sends each call whole in one chunk, other servers their arguments in
 * pieces (reference 5.3): both are pieces here.
 */
export function toolCallParts(choice: number, calls: unknown): ChatPart[] {
  if (!Array.isArray(calls)) return []
  return calls.flatMap((call: unknown, at): ChatPart[] => {
    if (!isRecord(call)) return []
    const asked = isRecord(call['function']) ? call['function'] : {}
    const index = call['index']
    return [
      {
        kind: 'tool-call',
        choice,
        index: typeof index === 'number' && Number.isSafeInteger(index) && index >= 0 ? index : at,
        id: wordIn(call['id']),
        name: wordIn(asked['name']),
        arguments: wordIn(asked['arguments']) ?? '',
      },
    ]
  })
}
