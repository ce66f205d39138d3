import type { Turn } from './content.ts'
import { textOf } from './turn-parts.ts'

const NAMES: Record<Turn['role'], string> = {
  system: 'System',
  user: 'User',
  assistant: 'Assistant',
  tool: 'Tool',
}

/** `prompt` of completions: one turn is its text as it is, a conversation a transcript whose next line the model writes. */
export function plainPrompt(turns: readonly Turn[]): string {
  const [only, ...more] = turns
  if (only === undefined || more.length === 0) return textOf(only?.parts ?? [])
  const lines = turns.map(({ role, parts }) => `${NAMES[role]}: ${textOf(parts)}`)
  return `${lines.join('\n\n')}\n\nAssistant:`
}

/** `prompt` of `/v1/complete`: the transcript that this form of Anthropic's demands. System turns stand before it. */
export function completePrompt(turns: readonly Turn[]): string {
  const spoken = turns.map(({ role, parts }) => {
    const text = textOf(parts)
    if (role === 'system') return `\n\n${text}`
    return role === 'assistant' ? `\n\nAssistant: ${text}` : `\n\nHuman: ${text}`
  })
  return `${spoken.join('')}\n\nAssistant:`
}
