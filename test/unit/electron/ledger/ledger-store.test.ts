import { describe, expect, it } from 'vitest'
import { loadEngine } from '../../../../electron/storage/engine.ts'
import { rowsAfterSql } from '../../../../electron/storage/ledger-reader.ts'
import { closedRowOf, openedRow, sampleUsage } from '../../../support/ledger-rows.ts'
import { memoryLedger } from '../../../support/ports/memory-ledger.ts'

const everything = { period: { from: null, to: null }, filter: { demo: false } }

describe.each(['node:sqlite', '@photostructure/sqlite'] as const)('the ledger on %s', (engine) => {
  const ledger = () => memoryLedger(loadEngine(engine))

  it('gives back a closed row as it was written, to the tick beyond 2^53', () => {
    const { store, unreadable } = ledger()
    const billed = 9_007_199_254_740_993n
    const closed = closedRowOf({
      usage: sampleUsage({ billed }),
      spent: billed,
      quirks: ['no-bill', 'usage-repeated'],
    })
    store.open(openedRow('a/1', { parametersHash: 'abc', utcOffset: 120, at: Date.UTC(2026, 8, 30, 23) }))
    expect(store.find('a/1')).toMatchObject({
      state: 'pending',
      spent: 0n,
      complete: false,
      day: '2026-10-01',
    })
    expect(store.close('a/1', closed)).toBe(true)
    const { state, ...outcome } = closed
    expect(store.find('a/1')).toMatchObject({ ...outcome, state, sequence: 1, parametersHash: 'abc' })
    expect(unreadable).toEqual([])
  })

  it('closes a row once: what comes later changes nothing, from the app or from SQL', () => {
    const { store, database } = ledger()
    store.open(openedRow('a/1'))
    store.close('a/1', closedRowOf())
    const before = store.find('a/1')
    expect(store.close('a/1', closedRowOf({ state: 'unknown', spent: 5n }))).toBe(false)
    expect(() => database.exec(`UPDATE ledger SET spent = 1`)).toThrow('never changes')
    expect(() => database.exec(`DELETE FROM ledger`)).toThrow('not deleted')
    expect(store.find('a/1')).toEqual(before)
  })

  it('makes what a crash left open unknown, and leaves the rest', () => {
    const { store, reader } = ledger()
    store.open(openedRow('a/1'))
    store.open(openedRow('b/1'))
    store.close('b/1', closedRowOf())
    expect(reader.totals(everything).requests).toMatchObject({ final: 1, unknown: 0 })
    expect(store.settlePending()).toBe(1)
    expect(store.settlePending()).toBe(0)
    expect(store.find('a/1')).toMatchObject({ state: 'unknown', spent: 0n, complete: false })
    expect(reader.totals(everything)).toMatchObject({
      requests: { final: 1, unknown: 1 },
      atLeast: true,
      unpriced: 1,
    })
  })

  it('goes through its rows in the order of its sequence, whatever the clock does', () => {
    const { store, reader } = ledger()
    store.open(openedRow('late', { at: Date.UTC(2030, 0, 1) }))
    store.open(openedRow('early', { at: Date.UTC(2020, 0, 1) }))
    const rows = reader.after(everything, 0, 10)
    expect(rows.map(({ id }) => id)).toEqual(['late', 'early'])
  })

  it('takes an amount that cannot be believed for unknown', () => {
    const { store } = ledger()
    store.open(openedRow('a/1'))
    const absurd = 10n ** 17n
    store.close('a/1', closedRowOf({ usage: sampleUsage({ billed: absurd }), spent: absurd }))
    expect(store.find('a/1')).toMatchObject({ spent: 0n, complete: false, usage: { billed: null } })
  })

  it('lets go of whole days only, and keeps what they add up to', () => {
    const { store, reader, database } = ledger()
    const at = (day: number) => Date.UTC(2026, 8, day, 12)
    for (const day of [1, 1, 2, 3]) {
      const id = `d${day}-${Math.random()}`
      store.open(openedRow(id, { at: at(day) }))
      store.close(id, closedRowOf())
    }
    const before = reader.totals(everything)
    expect(store.retain({ days: null, rows: null }, 0)).toBe(0)
    // The second-newest row is of the 2nd: all rows of that day stay.
    expect(store.retain({ days: null, rows: 2 }, 0)).toBe(2)
    expect(reader.count(everything)).toBe(2)
    expect(reader.totals(everything)).toEqual(before)
    expect(reader.names(false).rowsFrom).toBe('2026-09-02')
    expect(reader.check()).toMatchObject({ wrong: 0, rows: 2 })
    expect(reader.totals(everything)).toEqual(before)
    expect(() => database.exec(`DELETE FROM ledger`)).toThrow('not deleted')
  })

  it('lists in the order of the record, also when the clock was set back', () => {
    const { database, store, reader } = ledger()
    for (const [id, at] of [
      ['first', 9_000],
      ['second', 1_000],
      ['third', 5_000],
    ] as const) {
      store.open(openedRow(id, { at }))
    }
    const ids = (descending: boolean) =>
      reader.page(everything, { by: 'sequence', descending }, 0, 10).rows.map(({ id }) => id)
    expect(ids(true)).toEqual(['third', 'second', 'first'])
    expect(ids(false)).toEqual(['first', 'second', 'third'])
    const plan = database
      .prepare('EXPLAIN QUERY PLAN SELECT sequence FROM ledger WHERE demo = 0 ORDER BY sequence DESC LIMIT 5')
      .all()
    expect(JSON.stringify(plan)).toMatch(/USING COVERING INDEX/)
    expect(JSON.stringify(plan)).not.toMatch(/TEMP B-TREE/)
  })

  it('reads part after part of an export without sorting what is left', () => {
    const { database } = ledger()
    for (const where of ['demo = ?', 'demo = ? AND day >= ? AND day <= ?', 'demo = ? AND model IN (?)']) {
      const plan = JSON.stringify(database.prepare(`EXPLAIN QUERY PLAN ${rowsAfterSql(where)}`).all())
      expect(plan).toContain('SEARCH ledger USING INTEGER PRIMARY KEY (rowid>?)')
      expect(plan).not.toContain('TEMP B-TREE')
    }
  })

  it('lists by the time of the requests, as an import brings old ones in behind new ones', () => {
    const { store, reader } = ledger()
    for (const [id, at] of Object.entries({ new: 3_000, old: 1_000, middle: 2_000, same: 2_000 })) {
      store.open(openedRow(id, { at }))
    }
    const ids = (descending: boolean) =>
      reader.page(everything, { by: 'time', descending }, 0, 10).rows.map(({ id }) => id)
    expect(ids(true)).toEqual(['new', 'same', 'middle', 'old'])
    expect(ids(false)).toEqual(['old', 'middle', 'same', 'new'])
  })

  it('filters, sorts and pages, and counts what fits', () => {
    const { store, reader } = ledger()
    for (let index = 0; index < 30; index += 1) {
      store.open(openedRow(`r${index}`, { demo: index % 3 === 0, key: index % 2 ? null : 'xai-...b14o' }))
      store.close(
        `r${index}`,
        closedRowOf({ spent: BigInt(index * 7), usage: sampleUsage({ billed: BigInt(index * 7) }) }),
      )
    }
    const query = { ...everything, filter: { demo: false, keys: [''] } }
    const page = reader.page(query, { by: 'cost', descending: true }, 2, 3)
    expect(page.total).toBe(10)
    expect(page.rows.map(({ id }) => id)).toEqual(['r23', 'r19', 'r17'])
    expect(reader.totals(query).requests.final).toBe(10)
    expect(reader.after(query, 0, 4).map(({ id }) => id)).toEqual(['r1', 'r5', 'r7', 'r11'])
  })
})
