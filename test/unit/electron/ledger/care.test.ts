import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createCareService } from '../../../../electron/services/care.ts'
import { loadEngine } from '../../../../electron/storage/engine.ts'
import { eraseData } from '../../../../electron/storage/erase-data.ts'
import type { OpenStorage } from '../../../../electron/storage/open-storage.ts'
import { createWeakBox } from '../../../../electron/storage/weak-box.ts'
import { closedRowOf, openedRow } from '../../../support/ledger-rows.ts'
import { manualTime } from '../../../support/ports/manual-time.ts'
import { open, scratchFolder } from '../storage/scratch.ts'

const everything = { period: { from: null, to: null }, filter: { demo: false } }

function careOf(storage: OpenStorage) {
  const restarts: { erase: boolean }[] = []
  const bugs: unknown[] = []
  const care = createCareService({
    ...{ store: storage.care, ledger: storage.ledger, settings: storage.settings },
    ...{ clock: manualTime(Date.UTC(2026, 8, 30)).clock, utcOffset: () => 0, changed: () => {} },
    answers: storage.ledgerAnswers,
    reportBug: (_where, error) => bugs.push(error),
    openFolder: async () => {},
    restart: (how) => restarts.push(how),
  })
  return { care, restarts, bugs }
}

function spend(storage: OpenStorage, id: string, at = Date.UTC(2026, 8, 29)): void {
  storage.ledger.open(openedRow(id, { at }))
  storage.ledger.close(id, closedRowOf())
}

describe('backups by hand', () => {
  it('are restored at the next start, and what was there is in a backup', async () => {
    const folder = scratchFolder()
    let at = 1
    const first = open(folder, { now: () => at++ })
    spend(first, 'before')
    const [backup] = (await careOf(first).care.backUpNow()).backups
    spend(first, 'after')
    const { care, restarts } = careOf(first)
    await care.restore(backup?.id ?? '')
    expect(restarts).toEqual([{ erase: false }])
    first.close()

    const second = open(folder)
    expect(second.state).toEqual({ kind: 'ok' })
    expect(second.ledgerReader.after(everything, 0, 9).map(({ id }) => id)).toEqual(['before'])
    const [newest] = careOf(second).care.read().backups
    await careOf(second).care.restore(newest?.id ?? '')
    second.close()
    expect(
      open(folder)
        .ledgerReader.after(everything, 0, 9)
        .map(({ id }) => id),
    ).toEqual(['before', 'after'])
  })

  it('that are gone or broken are not put in place of good data', async () => {
    const folder = scratchFolder()
    const storage = open(folder)
    const { care } = careOf(storage)
    const [backup] = (await care.backUpNow()).backups
    await expect(care.restore('9-9')).rejects.toThrow('not-found')
    writeFileSync(join(folder, 'backups', readdirSync(join(folder, 'backups'))[0] ?? ''), 'no database')
    await expect(care.restore(backup?.id ?? '')).rejects.toThrow('storage-failed')
    expect(existsSync(join(folder, 'tokenbook.restore'))).toBe(false)
  })
})

describe('retention', () => {
  it('is off until asked for, keeps the sums, and holds after a restart', async () => {
    const folder = scratchFolder()
    const storage = open(folder)
    for (const day of [1, 10, 29]) spend(storage, `d${day}`, Date.UTC(2026, 8, day))
    const { care } = careOf(storage)
    const before = storage.ledgerReader.totals(everything)
    expect(care.read().retention).toEqual({ days: null, rows: null })
    await care.tend()
    expect(care.read().ledgerRows).toBe(3)
    expect(care.setRetention({ days: 21, rows: null })).toMatchObject({ removed: 1, care: { ledgerRows: 2 } })
    expect(storage.ledgerReader.totals(everything)).toEqual(before)
    storage.close()
    const next = open(folder)
    expect(careOf(next).care.read().retention).toEqual({ days: 21, rows: null })
    expect(next.ledgerReader.totals(everything)).toEqual(before)
  })
})

describe('what is done from time to time', () => {
  it('lets go of rows, and reports and mends roll-ups that are wrong', async () => {
    const folder = scratchFolder()
    const storage = open(folder)
    spend(storage, 'a')
    const before = storage.ledgerReader.totals(everything)
    const database = loadEngine().open(join(folder, 'tokenbook.sqlite'))
    database.exec('UPDATE ledger_day SET spent = spent + 1')
    database.close()
    const { care, bugs } = careOf(storage)
    await care.tend()
    expect(String(bugs)).toContain('1 roll-ups were off by 1 ticks')
    expect(storage.ledgerReader.totals(everything)).toEqual(before)
    await care.tend()
    expect(bugs).toHaveLength(1)
  })
})

describe('deleting all data', () => {
  /** Everything that can lie in the folder after years of use. */
  async function usedFolder(): Promise<string> {
    const folder = scratchFolder()
    const storage = open(folder)
    spend(storage, 'a')
    createWeakBox(folder).encrypt('a key')
    await careOf(storage).care.backUpNow()
    for (const name of [
      'view.json',
      'tokenbook.check-due',
      'tokenbook.restore',
      'tokenbook.sqlite.corrupt-5',
      'tokenbook.sqlite.corrupt-5-wal',
    ]) {
      writeFileSync(join(folder, name), 'x')
    }
    mkdirSync(join(folder, 'Local Storage'))
    writeFileSync(join(folder, 'holiday.jpg'), 'not ours')
    careOf(storage).care.deleteAll()
    storage.close()
    return folder
  }

  it('leaves nothing of ours, and nothing else is touched', async () => {
    const folder = await usedFolder()
    eraseData(folder)
    expect(readdirSync(folder)).toEqual(['holiday.jpg'])
  })

  it('that was interrupted is done at the next start, which begins as new', async () => {
    const folder = await usedFolder()
    const storage = open(folder)
    expect(storage.state).toEqual({ kind: 'ok' })
    expect(storage.ledgerReader.count(everything)).toBe(0)
    expect(careOf(storage).care.read()).toMatchObject({ backups: [], damagedFiles: [], ledgerRows: 0 })
    expect(existsSync(join(folder, 'weak-key'))).toBe(false)
  })
})
