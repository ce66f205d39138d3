import type { ComparisonColumn } from '../../../../shared/contract/comparisons.ts'
import type { CopiedTable } from '../../../../shared/export/table-text.ts'
import { formatUsd } from '../../../../shared/money/ticks.ts'
import { answerSpeed } from '../answer-speed.ts'
import { spentOn } from './spent-on.ts'

type ComparisonWords = {
  heads: readonly [
    model: string,
    parameters: string,
    cost: string,
    firstToken: string,
    speed: string,
    length: string,
  ]
  atLeast: (amount: string) => string
  unknown: string
  locale: string
}

/** What the columns of a comparison say in numbers, a row for each; nothing is known of one that was not asked. */
export function comparisonTable(columns: readonly ComparisonColumn[], words: ComparisonWords): CopiedTable {
  return {
    columns: words.heads.map((header, at) => ({ header, kind: at < 2 ? 'text' : 'number' })),
    rows: columns.map((column) => rowOf(column, words)),
  }
}

function rowOf({ setup, answer }: ComparisonColumn, words: ComparisonWords): CopiedTable['rows'][number] {
  const attempt = answer?.attempt ?? null
  const firstToken = attempt?.firstTokenMs ?? null
  const measured = (value: number | null, decimals: number) => {
    if (value === null) return { text: words.unknown, value: null }
    const rounded = Number(value.toFixed(decimals))
    return {
      text: new Intl.NumberFormat(words.locale, { maximumFractionDigits: 3 }).format(rounded),
      value: rounded,
    }
  }
  return [
    { text: setup.model, value: setup.model },
    parametersCell(setup.parameters),
    costCell(attempt === null ? null : spentOn(attempt), words),
    measured(firstToken === null ? null : firstToken / 1000, 3),
    measured(attempt === null ? null : answerSpeed(attempt), 1),
    measured(attempt?.usage?.answerTokens ?? null, 0),
  ]
}

function parametersCell(parameters: ComparisonColumn['setup']['parameters']) {
  const text = parametersText(parameters)
  return { text, value: text === '' ? null : text }
}

/** Such as `temperature: 0.2 · reasoningEffort: "high"`; what was left to the server is not told. */
export function parametersText(parameters: ComparisonColumn['setup']['parameters']): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join(' · ')
}

/** A lower bound is no number that a program may count with: it is copied as it is read. */
function costCell(spent: ReturnType<typeof spentOn> | null, { atLeast, unknown }: ComparisonWords) {
  if (spent === null || spent.ticks === null) return { text: unknown, value: null }
  const text = formatUsd(spent.ticks)
  if (!spent.exact) return { text: atLeast(text), value: atLeast(text) }
  return { text, value: text.replace('$', '') }
}
