import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAttemptLedger } from '../../../../electron/services/attempt-ledger.ts'
import { correctionOf } from '../../../../electron/services/ledger-correction.ts'
import { loadEngine } from '../../../../electron/storage/engine.ts'
import { edgeOfStep, stepSql } from '../../../../electron/storage/ledger-sums.ts'
import { addTotals } from '../../../../shared/ledger/add-totals.ts'
import { dayNumberOf, startOfNextSpan, startOfSpan } from '../../../../shared/ledger/calendar.ts'
import { buildChart } from '../../../../shared/ledger/chart.ts'
import type { LedgerRow } from '../../../../shared/ledger/ledger-row.ts'
import { type LedgerTotals, noTotals } from '../../../../shared/ledger/ledger-totals.ts'
import { totalsOfRow } from '../../../../shared/ledger/row-totals.ts'
import { anyOutcome, anyPlace, openedRow } from '../../../support/ledger-rows.ts'
import { expectLittle } from '../../../support/ports/expect-little.ts'
import { memoryLedger } from '../../../support/ports/memory-ledger.ts'
import { open, scratchFolder } from '../storage/scratch.ts'

const everything = { period: { from: null, to: null }, filter: { demo: false } }

/** Whole months, and periods that part one. */
const PERIODS = [
  { from: '2026-03-01', to: '2026-08-31' },
  { from: '2026-03-02', to: '2026-08-31' },
  { from: '2026-03-01', to: '2026-08-30' },
  { from: null, to: '2026-02-28' },
  { from: '2026-07-15', to: null },
]

/** What a person and a crash can do, in any order. */
const anyStep = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('request' as const), place: anyPlace, outcome: anyOutcome }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('left-open' as const), place: anyPlace }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('correct' as const),
      billed: fc.bigInt({ min: 0n, max: 10n ** 9n }),
    }),
  },
)

function sumOf(rows: readonly LedgerRow[]): LedgerTotals {
  return rows.reduce((sum, row) => addTotals(sum, totalsOfRow(row)), noTotals())
}

describe('any sequence of requests, crashes, restarts and corrections', () => {
  it('leaves rows, roll-ups of every grouping, charts and checks with the same sums', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        const { store, reader } = memoryLedger()
        steps.forEach((step, index) => {
          if (step.kind === 'reopen') store.settlePending()
          if (step.kind === 'correct') {
            const row = reader
              .after(everything, 0, 1000)
              .find(({ id, kind }) => kind === 'request' && !store.isCorrected(id))
            if (row && row.state !== 'pending') store.add(correctionOf(row, step.billed, `fix${index}`).rows)
          }
          if (step.kind === 'request' || step.kind === 'left-open')
            store.open(openedRow(`r${index}`, step.place))
          if (step.kind === 'request') store.close(`r${index}`, step.outcome)
        })
        const rows = reader.after(everything, 0, 1000)
        const sum = sumOf(rows)
        expect(reader.totals(everything)).toEqual(sum)
        expect(sum.confirmed + sum.estimated + sum.unconfirmed).toBe(sum.spent)
        expect(Object.values(sum.classes).reduce((total, ticks) => total + ticks, 0n)).toBe(sum.spent)
        for (const grouping of [
          'model',
          'conversation',
          'key',
          'protocol',
          'state',
          'token-class',
        ] as const) {
          const { top, count } = reader.topGroups(everything, grouping, 2)
          const days = { first: dayNumberOf('2025-12-31'), last: dayNumberOf('2027-01-01') }
          const cells = reader.bySpan(
            everything,
            grouping,
            'month',
            top.map(({ key }) => key),
          )
          const chart = buildChart({ grouping, span: 'month', days, top, groupCount: count, cells })
          expect(chart.totals).toEqual(sum)
          expect(chart.bars.reduce((total, bar) => addTotals(total, bar.totals), noTotals())).toEqual(sum)
          for (const bar of chart.bars) {
            expect(bar.cells.reduce((total, cell) => total + cell.spent, 0n)).toBe(bar.totals.spent)
          }
        }
        for (const period of PERIODS) {
          const query = { ...everything, period }
          expect(reader.totals(query)).toEqual(sumOf(reader.after(query, 0, 1000)))
          const cells = reader.bySpan(query, 'none', 'year', [''])
          expect(cells.reduce((total, cell) => addTotals(total, cell.totals), noTotals())).toEqual(
            reader.totals(query),
          )
        }
        expect(reader.check()).toMatchObject({ wrong: 0, offBy: 0n })
      }),
      { numRuns: 60 },
    )
  })

  it('holds over real closings and openings of the file, by both engines', () => {
    for (const name of ['node:sqlite', '@photostructure/sqlite'] as const) {
      const folder = scratchFolder()
      const outcomes = fc.sample(fc.tuple(anyPlace, anyOutcome), { numRuns: 24, seed: 7 })
      for (const [index, [place, outcome]] of outcomes.entries()) {
        const storage = open(folder, { engine: loadEngine(name) })
        storage.ledger.settlePending()
        storage.ledger.open(openedRow(`r${index}`, place))
        if (index % 5 !== 4) storage.ledger.close(`r${index}`, outcome)
        storage.close()
      }
      const { ledger, ledgerReader } = open(folder, { engine: loadEngine(name) })
      expect(ledger.settlePending()).toBe(0)
      expect(ledgerReader.totals(everything)).toEqual(sumOf(ledgerReader.after(everything, 0, 100)))
      expect(ledgerReader.totals(everything).requests.unknown).toBeGreaterThanOrEqual(4)
      expect(ledgerReader.check()).toMatchObject({ rows: 24, wrong: 0 })
    }
  })
})

describe('the check of the roll-ups', () => {
  it('finds what is wrong, says by how much, and mends it', () => {
    const { store, reader, database } = memoryLedger()
    for (const [index, outcome] of fc.sample(anyOutcome, { numRuns: 20, seed: 3 }).entries()) {
      store.open(openedRow(`r${index}`))
      store.close(`r${index}`, outcome)
    }
    const sum = reader.totals(everything)
    database.exec(`UPDATE ledger_day SET spent = spent + 17 WHERE state = 'final'`)
    database.exec(`DELETE FROM ledger_conversation WHERE state = 'unknown'`)
    database.exec(`UPDATE ledger_spread SET requests = requests + 1 WHERE measure = 'speed'`)
    const wrongDays = Number(
      database.prepare(`SELECT count(*) AS n FROM ledger_day WHERE state = 'final'`).get()?.['n'],
    )
    const found = reader.check()
    expect(found.wrong).toBeGreaterThanOrEqual(wrongDays + 2)
    expect(found.offBy).toBe(17n * BigInt(wrongDays))
    expect(store.mend()).toMatchObject({ wrong: found.wrong, offBy: found.offBy })
    expect(reader.check()).toMatchObject({ wrong: 0, offBy: 0n })
    expect(reader.totals(everything)).toEqual(sum)
  })
})

describe('steps of a spread', () => {
  it('hold the whole numbers from their edge up to the next edge', () => {
    const database = loadEngine().open(':memory:')
    const step = database.prepare(
      `SELECT ${stepSql('value')} AS step FROM (SELECT CAST(? AS INTEGER) AS value)`,
    )
    const stepOf = (value: bigint) => Number(step.get(value)?.['step'])
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 16n }), (value) => {
        const found = stepOf(value)
        expect(edgeOfStep(found) <= value).toBe(true)
        expect(edgeOfStep(found + 1) > value || edgeOfStep(found + 1) === edgeOfStep(found)).toBe(true)
      }),
    )
    expect([0n, 1n, 2n, 5n, 10n, 1_999n, 2_000n, 5_000n].map((value) => edgeOfStep(stepOf(value)))).toEqual([
      0n,
      1n,
      2n,
      5n,
      10n,
      1_800n,
      2_000n,
      5_000n,
    ])
  })
})

describe('spans', () => {
  it('begin on Mondays and firsts, in SQL as in the page', () => {
    const { store, reader } = memoryLedger()
    const days = ['2026-01-01', '2026-03-01', '2026-03-02', '2026-08-31', '2026-12-31']
    for (const day of days) {
      store.open(openedRow(day, { at: Date.parse(`${day}T10:00:00Z`) }))
      store.settlePending()
    }
    for (const span of ['day', 'week', 'month', 'year'] as const) {
      const wanted = [...new Set(days.map((day) => startOfSpan(dayNumberOf(day), span)))]
      expect(reader.bySpan(everything, 'none', span, ['']).map(({ from }) => from)).toEqual(wanted)
      for (const start of wanted) expect(startOfSpan(startOfNextSpan(start, span) - 1, span)).toBe(start)
    }
  })
})

it('is settled once when the app starts', () => {
  const { store, reader } = memoryLedger()
  store.open(openedRow('a/1'))
  const gate = { reserve: () => () => {}, states: () => [], allow: () => {} }
  const nothing = () => {}
  createAttemptLedger({
    store,
    gate,
    expect: expectLittle,
    schedule: () => nothing,
    reportBug: nothing,
    utcOffset: () => 0,
    changed: nothing,
  })
  expect(reader.totals(everything).requests.unknown).toBe(1)
})
