import type { AnswerFormat, InferenceRequest } from './inference-request.ts'
import { lastUserText } from './prompt.ts'
import { sampleValue } from './sample-value.ts'
import { hexOf } from './stable-hash.ts'

export type DemoCall = { id: string; name: string; arguments: string }

/** With tools the demo calls the first, once: with its result at the end of the conversation it answers in words. */
export function calledTool(request: InferenceRequest, choice: number): DemoCall | null {
  const [tool] = request.tools
  if (tool === undefined || request.turns.at(-1)?.role === 'tool') return null
  const args = JSON.stringify(sampleValue(tool.schema ?? { type: 'object' }, shortWord(request)))
  return { id: `call_${hexOf(`${tool.name}${args}${choice}`, 8)}`, name: tool.name, arguments: args }
}

/** The answer to a request for JSON. */
export function jsonAnswer(
  request: InferenceRequest,
  format: Extract<AnswerFormat, { kind: 'json' }>,
): string {
  const plain = { type: 'object', properties: { answer: { type: 'string' }, demo: { const: true } } }
  return JSON.stringify(sampleValue(format.schema ?? plain, shortWord(request)), null, 2)
}

/** The last word with a capital letter, which in most questions is what they are about, or just the first word. */
function shortWord(request: InferenceRequest): string {
  const words = lastUserText(request.turns).match(/[\p{L}\p{N}-]+/gu) ?? ['demo']
  const named = words.slice(1).filter((word) => /^\p{Lu}/u.test(word))
  return (named.at(-1) ?? words[0] ?? 'demo').slice(0, 40)
}

/** The arguments as a model writes them, a few characters at a time; never cut inside a character. */
export function inPieces(args: string): string[] {
  return args.match(/.{1,7}/gsu) ?? []
}
