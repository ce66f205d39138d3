import type { Fields } from './body-fields.ts'
import type { PromptPart, Turn } from './prompt.ts'

/** A call or its result where it is an item of its own, as in Responses; `null` for a message. */
export function toolItem(item: Fields): Turn | null {
  const type = item.raw('type')
  if (type === 'function_call_output') return { role: 'tool', parts: [textPart(item.text('output') ?? '')] }
  if (type !== 'function_call') return null
  return { role: 'assistant', parts: [textPart(`${item.text('name')} ${item.text('arguments')}`)] }
}

/** The calls in an assistant's message of chat: the model reads them as text, so they cost as text. */
export function calledTools(message: Fields): PromptPart[] {
  if (!message.has('tool_calls')) return []
  const calls = message.objects('tool_calls').map((call) => {
    const called = call.object('function')
    return `${called?.text('name') ?? ''} ${called?.text('arguments') ?? ''}`
  })
  return [textPart(calls.join('\n'))]
}

/** Messages puts results of tools into the user's turn. */
export function holdsToolResult(message: Fields): boolean {
  const content = message.raw('content')
  return (
    Array.isArray(content) && message.objects('content').some((part) => part.raw('type') === 'tool_result')
  )
}

function textPart(text: string): PromptPart {
  return { kind: 'text', text }
}
