import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correctionOf } from '../../../../electron/services/ledger-correction.ts'
import { loadEngine } from '../../../../electron/storage/engine.ts'
import { createLedgerReader } from '../../../../electron/storage/ledger-reader.ts'
import { createLedgerStore } from '../../../../electron/storage/ledger-store.ts'
import { migrate } from '../../../../electron/storage/migrate.ts'
import { migrations } from '../../../../electron/storage/migrations/in-order.ts'
import { dayNumberOf } from '../../../../shared/ledger/calendar.ts'
import type { LedgerQuery } from '../../../../shared/ledger/ledger-query.ts'
import type { LedgerRow } from '../../../../shared/ledger/ledger-row.ts'
import { anyOutcome, anyPlace, openedRow } from '../../../support/ledger-rows.ts'
import { memoryLedger } from '../../../support/ports/memory-ledger.ts'
import { everything } from './ledger-bench.ts'

type Ledger = Pick<ReturnType<typeof memoryLedger>, 'store' | 'reader'>

/** Whole months, and periods that part one: what is counted by months and what by days must be the same. */
const QUERIES: LedgerQuery[] = [
  everything,
  { ...everything, period: { from: '2026-03-01', to: '2026-08-31' } },
  { ...everything, period: { from: '2026-03-02', to: '2026-08-31' } },
  { ...everything, period: { from: '2026-03-01', to: '2026-08-30' } },
  { ...everything, period: { from: '2026-05-01', to: '2026-05-31' } },
  { ...everything, period: { from: null, to: '2026-02-28' } },
  { period: { from: '2026-04-01', to: null }, filter: { demo: false, keys: ['xai-...b14o', ''] } },
  { period: everything.period, filter: { demo: false, models: ['grok-3'], protocols: ['chat'] } },
  { period: everything.period, filter: { demo: false, states: ['estimated', 'unknown'] } },
]

const anyRow = fc.record({
  place: anyPlace,
  outcome: anyOutcome,
  corrected: fc.option(fc.bigInt({ min: 0n, max: 10n ** 9n }), { freq: 3 }),
})
const anyRows = fc.array(anyRow, { maxLength: 30 })
type Rows = typeof anyRows extends fc.Arbitrary<infer Value> ? Value : never

function fill({ store, reader }: Ledger, rows: Rows, prefix = 'r'): void {
  for (const [index, { place, outcome, corrected }] of rows.entries()) {
    const id = `${prefix}${index}`
    store.open(openedRow(id, place))
    store.close(id, outcome)
    const row = reader.after(everything, 0, 1000).find((one) => one.id === id)
    if (row && corrected !== null) store.add(correctionOf(row, corrected, id).rows)
  }
}

/** The histogram as one would count it by hand: each row, one after the other. */
function counted(rows: readonly LedgerRow[]): { bins: Map<bigint, number>; unknown: number } {
  const bins = new Map<bigint, number>()
  let unknown = 0
  for (const { state, kind, complete, spent } of rows) {
    const weight = kind === 'reversal' ? -1 : 1
    const ticks = spent < 0n ? -spent : spent
    const isPriced = state === 'final' || state === 'estimated' ? complete || spent > 0n : false
    if (isPriced) bins.set(lowerEdge(ticks), (bins.get(lowerEdge(ticks)) ?? 0) + weight)
    else if (state !== 'rejected') unknown += weight
  }
  return { bins: new Map([...bins].filter(([, requests]) => requests !== 0)), unknown }
}

function lowerEdge(ticks: bigint): bigint {
  if (ticks === 0n) return 0n
  const decade = 10n ** BigInt(ticks.toString().length - 1)
  return [5n, 2n, 1n].map((first) => first * decade).find((edge) => edge <= ticks) ?? 0n
}

function answersOf({ reader }: Pick<Ledger, 'reader'>): unknown {
  return QUERIES.map((query) => ({ histogram: reader.histogram(query), speeds: reader.speeds(query) }))
}

/** The same question put to the rows themselves: those of the conversations, which are all. */
function ofRows(query: LedgerQuery): LedgerQuery {
  return { ...query, filter: { ...query.filter, conversations: ['c1', 'c2', ''] } }
}

describe('the spreads of months', () => {
  it('answer what the rows answer, whatever was closed, corrected, brought in late and let go', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (rows, late) => {
        const ledger = memoryLedger()
        fill(ledger, rows)
        for (const query of QUERIES) {
          const { bins, unknown } = ledger.reader.histogram(query)
          const filled = bins.filter(({ requests }) => requests !== 0)
          expect({ bins: new Map(filled.map(({ from, requests }) => [from, requests])), unknown }).toEqual(
            counted(ledger.reader.after(query, 0, 1000)),
          )
          expect(ledger.reader.histogram(query)).toEqual(ledger.reader.histogram(ofRows(query)))
          expect(ledger.reader.speeds(query)).toEqual(ledger.reader.speeds(ofRows(query)))
        }
        const before = answersOf(ledger)
        ledger.store.retain({ days: 100, rows: null }, dayNumberOf('2026-09-15'))
        expect(answersOf(ledger)).toEqual(before)
        fill(ledger, late, 'late')
        const whole = memoryLedger()
        fill(whole, rows)
        fill(whole, late, 'late')
        expect(answersOf(ledger)).toEqual(answersOf(whole))
        expect(ledger.reader.check()).toMatchObject({ wrong: 0 })
      }),
      { numRuns: 15 },
    )
  })

  it('are made of the days of an older database, of which some rows were let go', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const database = loadEngine().open(':memory:')
        migrate(database, migrations.slice(0, 10), () => {})
        const work = <T>(one: () => T): T => one()
        const ledger = {
          store: createLedgerStore(database, work, () => {}),
          reader: createLedgerReader(database, work, () => {}),
        }
        fill(ledger, rows)
        ledger.store.retain({ days: 100, rows: null }, dayNumberOf('2026-09-15'))
        migrate(database, migrations, () => {})
        const whole = memoryLedger()
        fill(whole, rows)
        expect(answersOf(ledger)).toEqual(answersOf(whole))
        expect(ledger.reader.check()).toMatchObject({ wrong: 0 })
      }),
      { numRuns: 12 },
    )
  })

  it('are found wrong and mended by the check', () => {
    const ledger = memoryLedger()
    fill(ledger, fc.sample(anyRow, { numRuns: 20, seed: 5 }))
    const before = answersOf(ledger)
    ledger.database.exec(`UPDATE ledger_spread_month SET requests = requests + 1 WHERE measure = 'cost'`)
    ledger.database.exec(`DELETE FROM ledger_spread_month WHERE measure = 'speed'`)
    expect(answersOf(ledger)).not.toEqual(before)
    expect(ledger.reader.check().wrong).toBeGreaterThan(2)
    ledger.store.mend()
    expect(answersOf(ledger)).toEqual(before)
    expect(ledger.reader.check()).toMatchObject({ wrong: 0 })
  })
})
