import type { Calibration, LearnedOverhead, LearnedRatio } from './calibration.ts'
import { estimateTokens } from './estimate-tokens.ts'
import { type TextKind, textKindOf } from './text-kind.ts'

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

/** The raw estimate and the kind of a prompt made of several texts, such as the turns of a conversation. */
export function rawPrompt(texts: readonly string[]): { raw: number; kind: TextKind } {
  const raw = texts.reduce((sum, text) => sum + estimateTokens(text), 0)
  return { raw, kind: textKindOf(texts.join('\n')) }
}

/** What a request with these texts is likely to be billed for as prompt, hidden tokens included (reference 4). */
export function estimatePrompt(texts: readonly string[], calibration: Calibration): PromptEstimate {
  const { raw, kind } = rawPrompt(texts)
  const text = learnedEstimate(raw, kind, calibration).tokens
  const { overhead } = calibration
  return { text, kind, overhead, total: text + (overhead?.tokens ?? 0), within: overhead?.within ?? null }
}
