import { composeAnswer, composeReasoning } from './answers/compose-answer.ts'
import { citationsFor } from './citations.ts'
import type { DemoModel } from './demo-model.ts'
import type { Call } from './demo-state.ts'
import { effortOf, type InferenceRequest } from './inference-request.ts'
import { lastUserText, type MeasuredPrompt } from './prompt.ts'
import type { Pace } from './reply.ts'
import { hashOf, uuidOf } from './stable-hash.ts'
import { type TokenCounts, ticksOf } from './token-cost.ts'
import { countTokens, familyOf, type Piece, pieces, type TokenFamily } from './tokenizer.ts'
import { calledTool, type DemoCall, jsonAnswer } from './tool-answer.ts'

export type Choice = {
  /** What the client may see of the reasoning; empty when the model hides it. */
  reasoning: readonly Piece[]
  text: readonly Piece[]
  calls: readonly DemoCall[]
  finish: 'stop' | 'length' | 'tool_calls'
  /** The stop sequence that ended it, if one did. */
  stoppedBy: string | null
}

/** One whole answer, before any protocol shapes it. */
export type Generation = {
  id: string
  /** Unix seconds. */
  created: number
  /** As the answer names it. */
  model: string
  fingerprint: string
  priority: boolean
  choices: readonly [Choice, ...Choice[]]
  counts: TokenCounts
  /** Addresses that the answer rests on. */
  citations: readonly string[]
  /** What it costs, in ticks; `null` in the eras that do not say. */
  ticks: bigint | null
  pace: Pace
}

/** Sentences of thinking by effort; a model without levels thinks like `low`. */
const SENTENCES: Record<string, number> = { none: 0, low: 3, medium: 6, high: 10, xhigh: 16 }

/** Check 6 of reference 5.7: makes the answer and settles what it costs. */
export function generate(
  call: Call,
  request: InferenceRequest,
  model: DemoModel,
  prompt: MeasuredPrompt,
): Generation {
  const { state } = call
  state.answers += 1
  const seed = `${call.path}\n${call.body}${state.ids === 'unique' ? `\n${state.answers}` : ''}`
  const family = familyOf(model.id)
  const choices: Choice[] = []
  let reasoningTokens = 0
  for (let index = 0; index < request.choices; index += 1) {
    const reasoning = reasoningText(request, model, index)
    reasoningTokens += countTokens(reasoning, family)
    const shown = model.reasoning?.shown === true ? [...pieces(reasoning, family)] : []
    choices.push({ reasoning: shown, ...visibleAnswer(request, model, prompt, index) })
  }
  const counts: TokenCounts = {
    prompt: prompt.total,
    image: prompt.image,
    // Models without a cached price have no cache to speak of (reference 1).
    cached: model.prices.cachedPrompt === null ? 0 : state.cache.read(prompt.blocks),
    completion: choices.reduce((sum, choice) => sum + completionTokens(choice, family), 0),
    reasoning: reasoningTokens,
    sources: request.liveSearch === null ? 0 : Math.min(request.liveSearch, 1 + (hashOf(seed) % 5)),
  }
  return {
    id: uuidOf(seed),
    created: Math.floor(state.now() / 1000),
    // Until 2025 the name asked for came back, later the model's own (reference 5.1).
    model: state.era === 'A' ? request.model : model.id,
    fingerprint: model.fingerprint,
    priority: request.priority && state.era === 'C',
    choices: atLeastOne(choices),
    counts,
    citations: citationsFor(lastUserText(request.turns), counts.sources),
    ticks: state.era === 'C' ? ticksOf(counts, model.prices, request.priority) : null,
    pace: { firstTokenMs: 250 + (hashOf(seed) % 451), tokensPerSecond: 60 + (hashOf(`pace ${seed}`) % 61) },
  }
}

export function tokensOf(list: readonly Piece[]): number {
  return list.reduce((sum, piece) => sum + piece.tokens, 0)
}

export function joined(list: readonly Piece[]): string {
  return list.map((piece) => piece.text).join('')
}

function reasoningText(request: InferenceRequest, model: DemoModel, index: number): string {
  if (model.reasoning === null) return ''
  const sentences = SENTENCES[effortOf(request, model) ?? 'low'] ?? 3
  return composeReasoning(sentences, `${lastUserText(request.turns)}${index}`)
}

/** The text after stop sequences and the cap, which counts visible tokens only (reference 5.4). */
function visibleAnswer(
  request: InferenceRequest,
  model: DemoModel,
  prompt: MeasuredPrompt,
  index: number,
): Omit<Choice, 'reasoning'> {
  const called = calledTool(request, index)
  if (called !== null) return { text: [], calls: [called], finish: 'tool_calls', stoppedBy: null }
  const whole = wholeText(request, model, prompt, index)
  const { text: stopped, by } = untilStop(whole, request.stop)
  const kept: Piece[] = []
  let left = request.maxTokens ?? Number.POSITIVE_INFINITY
  for (const piece of pieces(stopped, familyOf(model.id))) {
    if (piece.tokens > left) return { text: kept, calls: [], finish: 'length', stoppedBy: null }
    kept.push(piece)
    left -= piece.tokens
  }
  return { text: kept, calls: [], finish: 'stop', stoppedBy: by }
}

function wholeText(
  request: InferenceRequest,
  model: DemoModel,
  prompt: MeasuredPrompt,
  index: number,
): string {
  if (request.format.kind === 'json') return jsonAnswer(request, request.format)
  const asked = lastUserText(request.turns)
  return composeAnswer({
    prompt: asked,
    promptTokens: prompt.total,
    model: model.id,
    images: prompt.image,
    seed: index === 0 ? asked : `${asked} (${index})`,
  })
}

/** What is billed as the visible answer: its text, and the name and arguments of what it calls. */
function completionTokens(choice: Choice, family: TokenFamily): number {
  const calls = choice.calls.map((call) => countTokens(`${call.name} ${call.arguments}`, family))
  return calls.reduce((sum, count) => sum + count, tokensOf(choice.text))
}

function untilStop(text: string, stop: readonly string[]): { text: string; by: string | null } {
  let end = text.length
  let by: string | null = null
  for (const sequence of stop) {
    const at = sequence === '' ? -1 : text.indexOf(sequence)
    if (at !== -1 && at < end) {
      end = at
      by = sequence
    }
  }
  return { text: text.slice(0, end), by }
}

function atLeastOne(choices: readonly Choice[]): [Choice, ...Choice[]] {
  const [first, ...rest] = choices
  return [first ?? { reasoning: [], text: [], calls: [], finish: 'stop', stoppedBy: null }, ...rest]
}
