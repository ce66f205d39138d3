import type { Calibration, LearnedOverhead, LearnedRatio } from './calibration.ts'
import { estimateTokens } from './estimate-tokens.ts'
import { kindOf, shapeOf, type TextKind, type TextShape, textKindOf } from './text-kind.ts'

/** Whole tokens. What they rest on is in `ratio` and `overhead`. */
export type TextEstimate = { tokens: number; kind: TextKind; ratio: LearnedRatio }

/** `total` = `text` + `overhead`, the prompt tokens a bill is likely to say. */
type PromptEstimate = {
  text: number
  overhead: LearnedOverhead | null
  total: number
  kind: TextKind
  /** Billed prompts lay within this part of what would have been foretold; `null`: too few to say. */
  within: number | null
}

/** What a text alone is likely to count, with what was learned of the model. */
export function estimateText(text: string, calibration: Calibration): TextEstimate {
  return learnedEstimate(estimateTokens(text), textKindOf(text), calibration)
}

/** The same for a text whose raw estimate and kind are known already. */
export function learnedEstimate(raw: number, kind: TextKind, calibration: Calibration): TextEstimate {
  const ratio = calibration.ratios[kind]
  const tokens = raw === 0 ? 0 : Math.max(1, Math.round(raw * ratio.ratio))
  return { tokens, kind, ratio }
}

/** All that is asked of one text of a prompt: small, and true as long as the text stays as it is. */
export type MeasuredText = { tokens: number; shape: TextShape }

/** Tokens before anything learned. */
export type RawPrompt = { raw: number; kind: TextKind }

/** The raw tokens of one text and what tells its kind, for `measuredPrompt`. */
export function measureText(text: string): MeasuredText {
  return { tokens: estimateTokens(text), shape: shapeOf(text) }
}

/** The raw estimate and the kind of a prompt made of several texts, such as the turns of a conversation. */
export function measuredPrompt(texts: readonly MeasuredText[]): RawPrompt {
  const raw = texts.reduce((sum, { tokens }) => sum + tokens, 0)
  return { raw, kind: kindOf(texts.map(({ shape }) => shape)) }
}

/** The same for texts that were not measured before. */
export function rawPrompt(texts: readonly string[]): RawPrompt {
  return measuredPrompt(texts.map(measureText))
}

/** What a request with such a prompt is likely to be billed for, hidden tokens included (reference 4). */
export function estimatePrompt({ raw, kind }: RawPrompt, calibration: Calibration): PromptEstimate {
  const text = learnedEstimate(raw, kind, calibration).tokens
  const { overhead } = calibration
  return { text, kind, overhead, total: text + (overhead?.tokens ?? 0), within: overhead?.within ?? null }
}
