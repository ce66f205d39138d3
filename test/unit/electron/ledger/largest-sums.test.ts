import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createImportTally } from '../../../../electron/services/import-tally.ts'
import { MOST_TICKS_IN_ALL } from '../../../../shared/ledger/believable.ts'
import type { ImportedRow } from '../../../../shared/ledger/import-entry.ts'
import { LedgerTotals } from '../../../../shared/ledger/ledger-totals.ts'
import { type OwnEntry, ownLine } from '../../../../shared/ledger/own-entry.ts'
import { readEntry } from '../../../../shared/ledger/read-entry.ts'
import { closedRowOf, openedRow, sampleUsage } from '../../../support/ledger-rows.ts'
import { memoryLedger } from '../../../support/ports/memory-ledger.ts'

const everything = { period: { from: null, to: null }, filter: { demo: false } }
const aMillionUsd = 10n ** 16n
const context = { textId: () => 'x', utcOffset: () => 0, ratesOf: () => null }

function readRow(parts: Partial<ImportedRow> & { id: string }): OwnEntry {
  const row = { ...openedRow(parts.id), ...closedRowOf(), kind: 'request' as const, corrects: null }
  const line = { ...row, source: 'app', ...parts, sequence: 1, day: '2026-09-30' as const }
  return readEntry('tokenbook', JSON.parse(ownLine({ ...line, quirks: [] })), context)
}

/** Rows of the ledger as a file holds them, and what becomes of them when it is brought in. */
function bring(rows: readonly { spent: bigint; at: number }[]) {
  const memory = memoryLedger()
  const tally = createImportTally(memory.store)
  const entries = rows.map(({ spent, at }, index) => ({
    line: index + 1,
    result: readRow({ id: `r${index}`, at, spent, usage: sampleUsage({ billed: spent }) }),
  }))
  for (let from = 0; from < entries.length; from += 500) tally.take(entries.slice(from, from + 500))
  return { ...memory, report: tally.report(false) }
}

/** One by one: behind a row that is too dear for what is left, a cheaper one may still come in. */
function whatFits<Row extends { spent: bigint }>(rows: readonly Row[]): Row[] {
  let room = MOST_TICKS_IN_ALL
  return rows.filter(({ spent }) => {
    if (spent > room) return false
    room -= spent
    return true
  })
}

describe('rows of up to a million USD, two thousand of them', () => {
  const dearRow = fc.record({
    spent: fc.bigInt({ min: aMillionUsd / 2n, max: aMillionUsd }),
    at: fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) }),
  })

  it('come in as long as every sum of them fits, and are refused in words behind that', () => {
    fc.assert(
      fc.property(fc.array(dearRow, { minLength: 1_950, maxLength: 2_000 }), (rows) => {
        const { reader, report, store } = bring(rows)
        const came = whatFits(rows)
        expect(report.added).toBe(came.length)
        const sum = came.reduce((total, { spent }) => total + spent, 0n)
        expect(report).toMatchObject({ byReason: { 'beyond-sums': rows.length - came.length } })
        expect(sum).toBeGreaterThan(MOST_TICKS_IN_ALL - aMillionUsd)
        expect(sum).toBeLessThanOrEqual(MOST_TICKS_IN_ALL)
        expect(LedgerTotals.parse(reader.totals(everything)).spent).toBe(sum)
        expect(reader.topGroups(everything, 'model', 5).top).toMatchObject([{ spent: sum }])
        const days = reader.bySpan(everything, 'none', 'day', [''])
        expect(days.reduce((total, day) => total + day.totals.spent, 0n)).toBe(sum)
        expect(reader.spend({ demo: false, first: 0, last: 30_000 }).ticks).toBe(sum)
        expect(reader.check()).toMatchObject({ wrong: 0 })
        const bins = reader.histogram(everything).bins
        expect(bins.reduce((total, bin) => total + bin.requests, 0)).toBe(came.length)
        // A later file finds no room either.
        const later = createImportTally(store)
        later.take([{ line: 1, result: readRow({ id: 'later', spent: aMillionUsd }) }])
        expect(later.report(false)).toMatchObject({ added: 0, byReason: { 'beyond-sums': 1 } })
      }),
      { numRuns: 2, endOnFailure: true },
    )
  }, 120_000)
})

describe('a row that no request can have been', () => {
  it.each([
    { what: 'a cost above a million USD', parts: { spent: aMillionUsd + 1n } },
    { what: 'two billion tokens', parts: { usage: sampleUsage({ promptTokens: 2_000_000_000 }) } },
    { what: 'a thousand years', parts: { durationMs: 1_000 * 365 * 86_400_000 } },
  ])('for $what is refused', ({ parts }) => {
    expect(readRow({ id: 'r', ...parts })).toEqual({ kind: 'refused', reason: 'bad-number' })
  })

  it('in logs of others is refused too', () => {
    const answer = { id: 'x', object: 'chat.completion', created: 1_790_000_000, model: 'grok-4' }
    const usage = { prompt_tokens: 2_000_000_000, completion_tokens: 1 }
    expect(readEntry('openai-usage', { ...answer, usage }, context)).toMatchObject({ reason: 'bad-number' })
    const spend = { request_id: 'x', model: 'grok-4', spend: 1e300, startTime: '2026-09-30 10:00:00' }
    expect(readEntry('litellm-spend', spend, context)).toMatchObject({ reason: 'bad-number' })
  })

  it('told by a server is kept with what can be believed of it, so that sums stay whole numbers', () => {
    const { store, reader } = memoryLedger()
    for (const id of ['a', 'b']) {
      store.open(openedRow(id))
      const usage = sampleUsage({ promptTokens: Number.MAX_SAFE_INTEGER, billedOutputTokens: 25 })
      store.close(id, closedRowOf({ usage: { ...usage, billed: 10n ** 18n }, spent: 10n ** 18n }))
    }
    const totals = LedgerTotals.parse(reader.totals(everything))
    expect(totals).toMatchObject({ spent: 0n, atLeast: true, unpriced: 2 })
    expect(totals.tokens).toMatchObject({ prompt: 0, billedOutput: 50 })
  })
})
