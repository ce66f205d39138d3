import type { ToolCall } from '../../shared/contract/message.ts'
import type { ChatPart } from './ports.ts'

/** What one choice of an answer holds. */
export type Choice = { text: string; reasoning: string; toolCalls: ToolCall[] }

export type GrowingPart = Extract<ChatPart, { kind: 'text' | 'refusal' | 'reasoning' | 'tool-call' }>

export type Choices = {
  /** Whether the part added anything. */
  accept(part: GrowingPart): boolean
  first(): Choice
  others(): Choice[]
  any(): boolean
}

/** A hostile server may count choices and calls as high as it likes. */
const MOST = 128

/** Puts the mixed parts of several choices together, each in its own order. */
export function createChoices(): Choices {
  const choices = new Map<number, Choice & { calls: Map<number, ToolCall> }>()

  function accept(part: GrowingPart): boolean {
    if (part.choice < 0 || part.choice >= MOST || isEmpty(part)) return false
    const choice = choices.get(part.choice) ?? { text: '', reasoning: '', toolCalls: [], calls: new Map() }
    choices.set(part.choice, choice)
    if (part.kind === 'reasoning') choice.reasoning += part.text
    else if (part.kind !== 'tool-call') choice.text += part.text
    else if (part.index < MOST) {
      const call = choice.calls.get(part.index) ?? { id: '', name: '', arguments: '' }
      choice.calls.set(part.index, {
        id: part.id ?? call.id,
        name: part.name ?? call.name,
        arguments: call.arguments + part.arguments,
      })
      choice.toolCalls = [...choice.calls].sort(([a], [b]) => a - b).map(([, known]) => known)
    }
    return true
  }

  return {
    accept,
    first: () => shownOf(choices.get(0)),
    others: () =>
      [...choices]
        .filter(([position]) => position > 0)
        .sort(([a], [b]) => a - b)
        .map(([, choice]) => shownOf(choice)),
    any: () => choices.size > 0,
  }
}

/** All that was made for one request, whichever of it is shown: each choice is billed, and so are calls of tools. */
export function madeIn(choices: readonly Choice[]): { text: string; reasoning: string } {
  const calls = choices.flatMap(({ toolCalls }) => toolCalls)
  const texts = choices.map(({ text }) => text)
  return {
    text: [...texts, ...calls.map((call) => call.name + call.arguments)].join('\n'),
    reasoning: choices.map(({ reasoning }) => reasoning).join('\n'),
  }
}

function shownOf(choice: Choice | undefined): Choice {
  const { text = '', reasoning = '', toolCalls = [] } = choice ?? {}
  return { text, reasoning, toolCalls }
}

function isEmpty(part: GrowingPart): boolean {
  return part.kind !== 'tool-call' && part.text === ''
}
