import type { Comparison, ComparisonColumn } from '../contract/comparisons.ts'
import { isoTime } from '../export/iso-time.ts'
import { type MarkdownColumn, toMarkdownTable } from '../export/markdown-table.ts'
import { formatUsd } from '../money/ticks.ts'
import { fenced, quoted, sourceList } from './markdown-parts.ts'

const COLUMNS: readonly MarkdownColumn[] = [
  { header: 'Model', align: 'left' },
  { header: 'Protocol', align: 'left' },
  { header: 'Parameters', align: 'left' },
  { header: 'State', align: 'left' },
  { header: 'Cost (USD)', align: 'right' },
  { header: 'First token (ms)', align: 'right' },
  { header: 'Duration (ms)', align: 'right' },
  { header: 'Answer tokens', align: 'right' },
  { header: 'Vote', align: 'left' },
  { header: 'Note', align: 'left' },
]
const UNKNOWN = '–'

/** A comparison as Markdown: the prompt, the numbers in a table, then every answer in a block that it cannot leave. */
export function comparisonMarkdown({ createdAt, system, text, note, columns, vote }: Comparison): string {
  const rows = columns.map((column) => rowOf(column, vote))
  return [
    `# Comparison ${isoTime(createdAt) ?? UNKNOWN}`,
    ...(system === '' ? [] : ['## system', fenced(system, '')]),
    '## user',
    fenced(text, ''),
    toMarkdownTable(COLUMNS, rows).trimEnd(),
    ...(note === '' ? [] : [quoted(note)]),
    ...columns.flatMap(({ position, answer }) =>
      answer === null
        ? []
        : [`## Answer ${position + 1}`, fenced(answer.text, ''), ...sourceList(answer.sources)],
    ),
  ]
    .join('\n\n')
    .concat('\n')
}

function rowOf({ position, setup, state, answer, note }: ComparisonColumn, vote: number | null): string[] {
  const attempt = answer?.attempt ?? null
  const usage = attempt?.usage ?? null
  const billed = usage?.billed ?? null
  const computed = attempt?.computed ?? null
  const least =
    computed === null ? UNKNOWN : `${computed.complete ? '' : 'at least '}${formatUsd(computed.total)}`
  return [
    setup.model,
    setup.protocol,
    JSON.stringify(setup.parameters),
    attempt?.state.kind ?? state,
    billed === null ? least : formatUsd(billed),
    numberText(attempt?.firstTokenMs ?? null),
    numberText(attempt?.durationMs ?? null),
    numberText(usage?.billedOutputTokens ?? null),
    position === vote ? 'best' : '',
    note,
  ]
}

function numberText(value: number | null): string {
  return value === null ? UNKNOWN : String(Math.round(value))
}
