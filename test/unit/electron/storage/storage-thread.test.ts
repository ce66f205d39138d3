import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadEngine } from '../../../../electron/storage/engine.ts'
import type { OpenStorage } from '../../../../electron/storage/open-storage.ts'
import { projectFolder } from '../../../../scripts/project-folder.ts'
import { manyRows } from '../../../bench/many-rows.ts'
import { closedRowOf, openedRow } from '../../../support/ledger-rows.ts'
import { open, scratchFolder } from './scratch.ts'

const THREAD = join(projectFolder, 'electron/storage/thread/storage-thread.ts')
const everything = { period: { from: null, to: null }, filter: { demo: false } }
const key = { connection: 'default', origin: 'https://api.x.ai' }

function openBeside(folder: string, threadFile = THREAD): { storage: OpenStorage; broken: unknown[] } {
  const broken: unknown[] = []
  return { storage: open(folder, { threadFile, onBrokenThread: (error) => broken.push(error) }), broken }
}

describe('questions that are answered beside the main thread', () => {
  it('have the same answers, and see each row as soon as it is acknowledged', async () => {
    const { storage, broken } = openBeside(scratchFolder())
    const { ledger, ledgerReader, ledgerAnswers } = storage
    ledger.add(manyRows(0, 300))
    expect(await ledgerAnswers.totals(everything)).toEqual(ledgerReader.totals(everything))
    expect(await ledgerAnswers.names(false)).toEqual(ledgerReader.names(false))
    expect(await ledgerAnswers.after(everything, 0, 500)).toEqual(ledgerReader.after(everything, 0, 500))
    expect(await ledgerAnswers.check()).toMatchObject({ rows: 300, wrong: 0 })
    for (let count = 1; count <= 20; count += 1) {
      ledger.open(openedRow(`n${count}`))
      ledger.close(`n${count}`, closedRowOf())
      expect(await ledgerAnswers.count(everything)).toBe(300 + count)
    }
    expect(broken).toEqual([])
  })

  it('that fail do so as they would here', async () => {
    const folder = scratchFolder()
    const { storage } = openBeside(folder)
    await expect(storage.care.stageRestore('9-9')).rejects.toMatchObject({ failure: { code: 'not-found' } })
    expect(existsSync(join(folder, 'tokenbook.restore'))).toBe(false)
  })

  it('find roll-ups that are wrong, and change nothing', async () => {
    const folder = scratchFolder()
    const { storage } = openBeside(folder)
    storage.ledger.add(manyRows(0, 10))
    const other = loadEngine().open(join(folder, 'tokenbook.sqlite'))
    other.exec('UPDATE ledger_day SET spent = spent + 7 WHERE day = (SELECT min(day) FROM ledger_day)')
    other.close()
    const wrong = await storage.ledgerAnswers.check()
    expect(wrong.wrong).toBeGreaterThan(0)
    expect(wrong.offBy).toBe(7n * BigInt(wrong.wrong))
    expect(await storage.ledgerAnswers.check()).toEqual(wrong)
    expect(storage.ledger.mend()).toEqual(wrong)
    expect(await storage.ledgerAnswers.check()).toMatchObject({ wrong: 0, offBy: 0n })
  })

  it('are answered here when there is no thread to be had', async () => {
    const folder = scratchFolder()
    const { storage, broken } = openBeside(folder, join(folder, 'no-such-file.ts'))
    storage.ledger.add(manyRows(0, 5))
    expect(await storage.ledgerAnswers.count(everything)).toBe(5)
    expect(await storage.backUpIfDue()).toMatchObject({ kind: 'made' })
    expect(await storage.ledgerAnswers.count(everything)).toBe(5)
    expect(broken.length).toBeGreaterThan(0)
  })
})

describe('backups made beside the main thread', () => {
  it('leave the database free to be written to, and are whole', async () => {
    const folder = scratchFolder()
    const { storage } = openBeside(folder)
    for (let from = 0; from < 5_000; from += 1_000) storage.ledger.add(manyRows(from, 1_000))
    let isMade = false
    const made = storage.care.backUpNow().finally(() => {
      isMade = true
    })
    let written = 0
    while (!isMade) {
      storage.ledger.open(openedRow(`while-${written}`))
      written += 1
      await new Promise((resolve) => setImmediate(resolve))
    }
    await made
    expect(written).toBeGreaterThan(1)
    const [name = ''] = readdirSync(join(folder, 'backups'))
    const copy = loadEngine().open(join(folder, 'backups', name), { readOnly: true })
    expect(copy.prepare('PRAGMA quick_check').get()).toEqual({ quick_check: 'ok' })
    expect(Number(copy.prepare('SELECT count(*) AS n FROM ledger').get()?.['n'])).toBeGreaterThanOrEqual(
      5_000,
    )
    copy.close()
  })

  it('do not keep a key that is forgotten while they are made', async () => {
    const folder = scratchFolder()
    const { storage } = openBeside(folder)
    const ciphertext = Buffer.from('ciphertext-that-is-forgotten')
    storage.keys.save({ ...key, ciphertext, backend: 'weak', lastFour: '', createdAt: 1 })
    const made = storage.care.backUpNow()
    storage.keys.remove(key)
    await made
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(1)
    const [name = ''] = readdirSync(join(folder, 'backups'))
    expect(readFileSync(join(folder, 'backups', name)).includes(ciphertext)).toBe(false)
  })

  it('that are asked for at once are made one after the other', async () => {
    const folder = scratchFolder()
    const { storage } = openBeside(folder)
    await Promise.all([storage.care.backUpNow(), storage.care.backUpNow(), storage.care.backUpNow()])
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(3)
  })
})
