import type { LanguageModel } from '../../../../shared/catalog/model.ts'
import { contextWindowOf } from '../../../../shared/catalog/reference-facts.ts'
import type { TextEstimate } from '../../../../shared/estimate/prompt-estimate.ts'
import type { Ticks } from '../../../../shared/money/ticks.ts'
import { may, type Permissions } from '../../../../shared/permissions/permissions.ts'
import { type Cost, costOf } from '../../../../shared/pricing/cost.ts'
import { type Rates, ratesOf } from '../../../../shared/pricing/rates.ts'

export type CostQuestion = {
  models: readonly LanguageModel[]
  /** What the key may use; `null` when that is not known, and every model counts. */
  permissions: Permissions | null
  /** Exact tokens of the text by model id. */
  exact: ReadonlyMap<string, number>
  estimate: (modelId: string) => TextEstimate
  /** An exact count on one model: the best guess for a model that nothing was learned of yet. */
  standIn: { model: string; tokens: number } | null
  /** How often the text is sent. */
  times: number
  /** Tokens of each answer. */
  answerTokens: number
}

/** Tokenizers of neighbouring models differ by a few percent (reference 4), so another model's count is an estimate. */
export type CountBasis =
  | { kind: 'exact' }
  | { kind: 'learned'; estimate: TextEstimate }
  | { kind: 'other-model'; model: string }

export type CostRow = {
  id: string
  tokens: number
  basis: CountBasis
  /** The text once, as prompt; `null` when its rate is unknown. Ticks. */
  prompt: Ticks | null
  /** Prompt and answer, so many times; `atLeast` when a rate is unknown. Ticks. */
  all: Ticks
  atLeast: boolean
  longContext: boolean
  /** Part of the context window; `null` when its size is not known. */
  share: number | null
  /** The window's size is not from the API. */
  referenceWindow: boolean
}

export type CostTable = { rows: CostRow[]; notAllowed: number }

/** What the text costs on every model the key may use, cheapest first; models without a known price come last. */
export function costRows(question: CostQuestion): CostTable {
  const allowed = question.models.filter((model) => isAllowed(model, question.permissions))
  const rows = allowed.map((model) => costRow(model, question)).sort(byCost)
  return { rows, notAllowed: question.models.length - allowed.length }
}

function isAllowed({ id, aliases }: LanguageModel, permissions: Permissions | null): boolean {
  return permissions === null || may(permissions, 'chat', [id, ...aliases]).allowed
}

function costRow(model: LanguageModel, question: CostQuestion): CostRow {
  const { tokens, basis } = countFor(model.id, question)
  const rates = ratesOf(model)
  const prompt = costOfTokens(tokens, 0, rates)
  const whole = costOfTokens(tokens, question.answerTokens, rates)
  const window = contextWindowOf(model)
  return {
    id: model.id,
    tokens,
    basis,
    prompt: prompt.complete ? prompt.total : null,
    all: whole.total * BigInt(question.times),
    atLeast: !whole.complete,
    longContext: whole.tier === 'long-context',
    share: window === null ? null : tokens / window.tokens,
    referenceWindow: window?.from === 'reference',
  }
}

function countFor(id: string, question: CostQuestion): { tokens: number; basis: CountBasis } {
  const { standIn } = question
  const exact = question.exact.get(id)
  if (exact !== undefined) return { tokens: exact, basis: { kind: 'exact' } }
  const estimate = question.estimate(id)
  if (estimate.ratio.from === 'nothing' && standIn !== null) {
    return { tokens: standIn.tokens, basis: { kind: 'other-model', model: standIn.model } }
  }
  return { tokens: estimate.tokens, basis: { kind: 'learned', estimate } }
}

function costOfTokens(promptTokens: number, answerTokens: number, rates: Rates): Cost {
  const none = {
    cachedTokens: 0,
    imageTokens: 0,
    reasoningTokens: 0,
    sources: 0,
    serverToolCalls: 0,
    billed: null,
  }
  const totalTokens = promptTokens + answerTokens
  const usage = { promptTokens, answerTokens, billedOutputTokens: answerTokens, totalTokens, ...none }
  return costOf(usage, rates)
}

function byCost(one: CostRow, other: CostRow): number {
  if (one.atLeast !== other.atLeast) return one.atLeast ? 1 : -1
  if (one.all !== other.all) return one.all < other.all ? -1 : 1
  return one.id < other.id ? -1 : 1
}
