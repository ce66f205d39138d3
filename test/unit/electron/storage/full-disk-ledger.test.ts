import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFileWriter } from '../../../../electron/storage/file-stream.ts'
import type { OpenStorage } from '../../../../electron/storage/open-storage.ts'
import { manyRows } from '../../../bench/many-rows.ts'
import { closedRowOf, openedRow } from '../../../support/ledger-rows.ts'
import { open } from './scratch.ts'
import { fill, noSmallDisk, smallDisk } from './small-disk.ts'

const title =
  noSmallDisk === null ? 'the ledger on a full disk' : `the ledger on a full disk (skipped: ${noSmallDisk})`
const everything = { period: { from: null, to: null }, filter: { demo: false } }
const long = 'x'.repeat(20_000)

const writes: { what: string; write: (storage: OpenStorage, id: string) => void }[] = [
  { what: 'opening a row', write: ({ ledger }, id) => ledger.open(openedRow(id, { messageId: long })) },
  {
    what: 'closing a row',
    write({ ledger }, id) {
      if (!ledger.close('open', closedRowOf({ finishReason: long.repeat(100) })))
        ledger.open(openedRow(id, { messageId: long }))
    },
  },
  {
    what: 'an import',
    write: ({ ledger }, id) => {
      ledger.add(manyRows(0, 200).map((row) => ({ ...row, id: `${id}-${row.id}` })))
    },
  },
  {
    what: 'saving a budget',
    write: ({ budgets }, id) =>
      budgets.save({ id, scope: 'key', subject: long, limit: 1n, warnPercent: null, stop: true }),
  },
]

describe.skipIf(noSmallDisk !== null)(title, () => {
  it.each(writes)('while $what: told so, rows and sums intact, works again with space', ({ write }) => {
    const folder = smallDisk()
    const storage = open(folder)
    storage.ledger.add(manyRows(0, 100))
    storage.ledger.open(openedRow('open'))
    const before = storage.ledgerReader.totals(everything)
    const release = fill(folder)
    expect(() => {
      for (let count = 0; count < 500; count += 1) write(storage, `w${count}`)
    }).toThrow('disk-full')
    // What was acknowledged before it was full is there, what was refused is not there in part.
    const { requests } = storage.ledgerReader.totals(everything)
    expect(requests.final).toBeGreaterThanOrEqual(before.requests.final)
    release()
    storage.ledger.open(openedRow('after'))
    expect(storage.ledger.close('after', closedRowOf())).toBe(true)
    storage.close()
    const next = open(folder)
    expect(next.state).toEqual({ kind: 'ok' })
    expect(next.ledger.find('bench-99')).not.toBeNull()
    expect(next.ledger.find('after')).toMatchObject({ state: 'final' })
    expect(next.ledgerReader.check()).toMatchObject({ wrong: 0 })
  })

  it('at the start: in memory with the same sums, each row counted once', () => {
    const folder = smallDisk()
    const before = open(folder)
    before.ledger.add(manyRows(0, 300))
    const totals = before.ledgerReader.totals(everything)
    before.close()
    fill(folder)
    const storage = open(folder)
    expect(storage.state).toEqual({ kind: 'memory-only', why: 'disk-full' })
    expect(storage.ledgerReader.totals(everything)).toEqual(totals)
    expect(storage.ledgerReader.check()).toMatchObject({ rows: 300, wrong: 0 })
    storage.ledger.open(openedRow('now'))
    storage.ledger.close('now', closedRowOf())
    expect(storage.ledgerReader.totals(everything).spent).toBe(totals.spent + closedRowOf().spent)
  })

  it('while an export is written: told so, and no file remains', () => {
    const folder = smallDisk()
    const writer = createFileWriter(join(folder, 'usage.csv'))
    expect(() => {
      for (let count = 0; count < 1000; count += 1) writer.write(long)
    }).toThrow('disk-full')
    writer.giveUp()
    expect(readdirSync(folder)).toEqual([])
  })

  it('while a backup is staged to be restored: told so, and the next start opens what was there', async () => {
    const folder = smallDisk()
    const storage = open(folder)
    storage.ledger.add(manyRows(0, 100))
    await storage.care.backUpNow()
    const [backup] = storage.care.backups()
    const release = fill(folder)
    await expect(storage.care.stageRestore(backup?.id ?? '')).rejects.toThrow('disk-full')
    release()
    storage.close()
    const next = open(folder)
    expect(next.state).toEqual({ kind: 'ok' })
    expect(next.ledgerReader.count(everything)).toBe(100)
  })
})
