import type { AnswerCost } from '../../../../shared/contract/conversations.ts'
import type { Ticks } from '../../../../shared/money/ticks.ts'
import type { CostLine } from '../../../../shared/pricing/price-schema.ts'

/** Classes of the chart, in the order of the stack. Every kind of line belongs to one. */
export const COST_CLASSES = ['prompt', 'cached', 'answer', 'reasoning', 'other'] as const
type CostClassName = (typeof COST_CLASSES)[number]

/**
 * One answer of the chart: exact ticks of each class, what was billed, and the sum of all so far. `other` is also what
 * a bill has beyond the computed classes. `complete: false`: a part is unknown, so it is at least this much; and so is
 * `running` where anything up to here is unknown.
 */
export type CostPoint = {
  number: number
  at: number
  model: string
  classes: Readonly<Record<CostClassName, Ticks>>
  total: Ticks
  billed: Ticks | null
  complete: boolean
  running: Ticks
  runningComplete: boolean
}

const CLASS_OF: Record<CostLine['kind'], CostClassName> = {
  input: 'prompt',
  'image-input': 'prompt',
  'cached-input': 'cached',
  answer: 'answer',
  reasoning: 'reasoning',
  'search-source': 'other',
  'server-tool': 'other',
  priority: 'other',
}

/**
 * The points of the chart, oldest first. The total is what was billed where the server told it, computed otherwise. A
 * bill below the computed parts is shown as one part: its classes are not known.
 */
export function costPoints(costs: readonly AnswerCost[]): CostPoint[] {
  let running = 0n
  let runningComplete = true
  return costs.map((cost, index) => {
    const parts = partsOf(cost)
    const computed = COST_CLASSES.reduce((sum, name) => sum + parts[name], 0n)
    const billed = cost.usage?.billed ?? null
    const total = billed ?? computed
    const complete = billed !== null || cost.computed?.complete === true
    running += total
    runningComplete &&= complete
    return {
      number: index + 1,
      at: cost.at,
      model: cost.model,
      classes:
        total < computed ? { ...NONE, other: total } : { ...parts, other: parts.other + total - computed },
      total,
      billed,
      complete,
      running,
      runningComplete,
    }
  })
}

const NONE: Record<CostClassName, Ticks> = { prompt: 0n, cached: 0n, answer: 0n, reasoning: 0n, other: 0n }

function partsOf({ computed }: AnswerCost): Record<CostClassName, Ticks> {
  const parts = { ...NONE }
  for (const { kind, amount } of computed?.lines ?? []) parts[CLASS_OF[kind]] += amount ?? 0n
  return parts
}
