import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { OpenStorage } from '../../../../electron/storage/open-storage.ts'
import { projectFolder } from '../../../../scripts/project-folder.ts'
import { writeLedgerFile } from '../../../support/ledger-file.ts'
import { closedRowOf, openedRow } from '../../../support/ledger-rows.ts'
import { sampleCatalog } from '../../../support/sample-catalog.ts'
import { open, scratchFolder } from '../storage/scratch.ts'

const THREAD = join(projectFolder, 'electron/storage/thread/storage-thread.ts')
const everything = { period: { from: null, to: null }, filter: { demo: false } }
const ROWS = 1_500

function bench(threadFile = THREAD) {
  const folder = scratchFolder()
  const path = join(folder, 'rows.jsonl')
  const spent = writeLedgerFile(path, ROWS)
  const broken: unknown[] = []
  const storage = open(folder, { threadFile, onBrokenThread: (error) => broken.push(error) })
  return { storage, spent, broken, job: { path, format: 'tokenbook' as const, catalog: sampleCatalog() } }
}

/** All turns, or as many as asked for; `between` is called after each. */
async function turns({ ledgerImporter }: OpenStorage, most: number, between: () => void = () => {}) {
  for (let turn = 0; turn < most; turn += 1) {
    if ((await ledgerImporter.turn()) === null) return
    between()
  }
}

describe('an import beside the main thread', () => {
  it('leaves the database free between its turns, and adds up to the tick', async () => {
    const { storage, spent, broken, job } = bench()
    const { ledger, ledgerReader, ledgerImporter } = storage
    let sent = 0
    await ledgerImporter.begin(job)
    await turns(storage, Number.POSITIVE_INFINITY, () => {
      sent += 1
      ledger.open(openedRow(`sent-${sent}`))
      ledger.close(`sent-${sent}`, closedRowOf())
    })
    const report = await ledgerImporter.report(false)
    await ledgerImporter.end()
    expect(report).toMatchObject({ stopped: false, added: ROWS, known: 0, refused: 0, fileTotals: 'equal' })
    expect(report.totals.spent).toBe(spent)
    expect(sent).toBeGreaterThan(1)
    expect(ledgerReader.count(everything)).toBe(ROWS + sent)
    expect(ledgerReader.totals(everything).spent).toBe(spent + BigInt(sent) * closedRowOf().spent)
    expect(ledgerReader.check()).toMatchObject({ wrong: 0 })
    expect(broken).toEqual([])
  })

  it('that is stopped says exactly what came in, and the next one adds exactly the rest', async () => {
    const { storage, job } = bench()
    const { ledgerReader, ledgerImporter } = storage
    await ledgerImporter.begin(job)
    await turns(storage, 3)
    const report = await ledgerImporter.report(true)
    await ledgerImporter.end()
    expect(report).toMatchObject({ stopped: true, known: 0, fileTotals: null })
    expect(report.added).toBeGreaterThan(0)
    expect(ledgerReader.count(everything)).toBe(report.added)
    expect(ledgerReader.totals(everything)).toEqual(report.totals)
    await ledgerImporter.begin(job)
    await turns(storage, Number.POSITIVE_INFINITY)
    const rest = await ledgerImporter.report(false)
    expect(rest).toMatchObject({ added: ROWS - report.added, known: report.added, fileTotals: 'equal' })
    await storage.settle()
  })

  it('ends with the app behind the turn under way', async () => {
    const { storage, job } = bench()
    await storage.ledgerImporter.begin(job)
    const turn = storage.ledgerImporter.turn()
    await storage.settle()
    expect(await turn).toMatchObject({ kind: 'reading' })
    await expect(storage.ledgerImporter.turn()).rejects.toMatchObject({ failure: { code: 'storage-failed' } })
    expect(storage.ledgerReader.check()).toMatchObject({ wrong: 0 })
  })

  it('is done here when there is no thread to be had', async () => {
    const { storage, spent, broken, job } = bench(join(scratchFolder(), 'none.ts'))
    await storage.ledgerImporter.begin(job)
    await turns(storage, Number.POSITIVE_INFINITY)
    expect(await storage.ledgerImporter.report(false)).toMatchObject({ added: ROWS, totals: { spent } })
    expect(broken).toHaveLength(1)
  })

  it('of a file that is gone fails as reading it does', async () => {
    const { storage, job } = bench()
    await expect(storage.ledgerImporter.begin({ ...job, path: '/none/at-all' })).rejects.toMatchObject({
      failure: { code: 'storage-failed' },
    })
    await storage.ledgerImporter.end()
  })
})
