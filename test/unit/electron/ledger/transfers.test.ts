import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExportStep, ImportStep } from '../../../../shared/ledger/transfer-schema.ts'
import { formatUsd } from '../../../../shared/money/ticks.ts'
import { readCsv } from '../../../support/csv-reader.ts'
import { anyOutcome, anyPlace, closedRowOf, openedRow } from '../../../support/ledger-rows.ts'
import { ledgerServices } from '../../../support/ports/ledger-services.ts'
import { manualTime } from '../../../support/ports/manual-time.ts'
import { memoryLedger } from '../../../support/ports/memory-ledger.ts'
import { sampleTarget } from '../../../support/ports/sample-target.ts'
import { sampleCatalog } from '../../../support/sample-catalog.ts'
import { scratchFolder } from '../storage/scratch.ts'

const everything = { period: { from: null, to: null }, filter: { demo: false } }

/** A ledger whose dialogs choose files of a folder of its own. */
function bench(folder = scratchFolder()) {
  const memory = memoryLedger()
  const file = (name: string) => join(folder, name)
  let chosen = file('import')
  const { ledger } = ledgerServices(
    {
      clock: manualTime().clock,
      connection: { target: async () => sampleTarget() },
      catalog: { read: async () => sampleCatalog({ host: 'api.x.ai' }) },
    },
    { memory, files: { choosePath: async (name) => file(name), chooseFile: async () => chosen } },
  )
  const read = (name: string) => readFileSync(file(name), 'utf8')
  async function save(format: 'csv' | 'jsonl'): Promise<Extract<ExportStep, { kind: 'done' }>> {
    const steps: ExportStep[] = []
    for await (const step of ledger.export({ ...everything, format, suggestedName: 'usage' }))
      steps.push(step)
    const done = steps.at(-1)
    if (done?.kind !== 'done') throw new Error('not exported')
    return done
  }
  async function bring(content: string): Promise<Extract<ImportStep, { kind: 'done' }>> {
    writeFileSync(file('import'), content)
    return bringFile(file('import'))
  }
  async function bringFile(path: string) {
    chosen = path
    const preview = await ledger.chooseImport()
    const steps: ImportStep[] = []
    for await (const step of ledger.import(preview?.importId ?? '')) steps.push(step)
    const done = steps.at(-1)
    if (done?.kind !== 'done') throw new Error('not imported')
    return done
  }
  function fill(rows: number, seed = 1): void {
    for (const [index, [place, outcome]] of fc
      .sample(fc.tuple(anyPlace, anyOutcome), { numRuns: rows, seed })
      .entries()) {
      memory.store.open(openedRow(`r${seed}-${index}`, place))
      if (index % 9 !== 8) memory.store.close(`r${seed}-${index}`, outcome)
    }
  }
  return { ...memory, ledger, folder, file, read, save, bring, bringFile, fill }
}

describe('an export', () => {
  it('as CSV has every row, a line of totals that are those of the screen, and a checksum of what stands before', async () => {
    const { fill, save, read, reader } = bench()
    fill(600)
    const done = await save('csv')
    const totals = reader.totals(everything)
    const lines = read('usage.csv').split('\r\n')
    expect(done).toMatchObject({ fileName: 'usage.csv', rows: 600, totals })
    expect(lines).toHaveLength(600 + 3)
    const header = lines[0]?.split(',') ?? []
    const column = (line: string | undefined, name: string) => line?.split(',')[header.indexOf(name)]
    const last = lines.at(-2)
    expect(column(last, 'kind')).toBe('total')
    expect(column(last, 'spent_ticks')).toBe(String(totals.spent))
    expect(column(last, 'spent_usd')).toBe(formatUsd(totals.spent, { digits: 'exact' }).slice(1))
    const sum = lines
      .slice(1, 601)
      .reduce((total, line) => total + BigInt(column(line, 'spent_ticks') ?? 'none'), 0n)
    expect(sum).toBe(totals.spent)
    const before = read('usage.csv').slice(0, read('usage.csv').lastIndexOf(`${last}`))
    expect(createHash('sha256').update(before).digest('hex')).toBe(done.checksum)
    expect(column(last, 'id')).toBe(`sha256:${done.checksum}`)
  })

  it('is read by another reader as the very rows, whatever they are called, to the tick', async () => {
    const { store, save, read, reader } = bench()
    const names = [
      '=1+1',
      '+cmd|x',
      '-2',
      '@x',
      '\t=evil',
      'say "hi", now',
      'two\r\nlines\n',
      '模型一，"二"',
      "it's",
    ]
    for (const [index, name] of names.entries()) {
      const spent = 10n ** 15n + BigInt(index)
      store.open(openedRow(name, { askedModel: `${name}!`, key: name }))
      store.close(name, closedRowOf({ servedModel: name, finishReason: name, spent, usage: null }))
    }
    await save('csv')
    const [head = [], ...rows] = readCsv(read('usage.csv'))
    const column = (key: string, row: readonly string[]) => row[head.indexOf(key)]
    expect(rows.slice(0, -1).map((row) => column('spent_ticks', row))).toEqual(
      names.map((_, index) => String(10n ** 15n + BigInt(index))),
    )
    for (const key of ['id', 'key', 'served_model', 'finish_reason']) {
      const cells = rows.slice(0, -1).map((row) => column(key, row) ?? '')
      for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/)
      const bare = (texts: readonly string[]) => texts.map((text) => text.replaceAll("'", ''))
      expect(bare(cells)).toEqual(bare(names))
    }
    const total = reader.totals(everything).spent
    expect(column('spent_ticks', rows.at(-1) ?? [])).toBe(String(total))
    expect(column('spent_usd', rows.at(-1) ?? [])).toBe(formatUsd(total, { digits: 'exact' }).slice(1))
  })

  it('that is left leaves no file behind', async () => {
    const { fill, ledger, folder } = bench()
    fill(50)
    for await (const step of ledger.export({ ...everything, format: 'csv', suggestedName: 'usage' })) {
      if (step.kind === 'writing') break
    }
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('our own export', () => {
  it('comes in whole, once, to the tick', async () => {
    const one = bench()
    one.fill(700)
    one.store.settlePending()
    await one.save('jsonl')
    const other = bench()
    const first = await other.bringFile(one.file('usage.jsonl'))
    expect(first).toMatchObject({ added: 700, known: 0, refused: 0, fileTotals: 'equal' })
    expect(first.totals).toEqual(one.reader.totals(everything))
    const bare = (rows: ReturnType<typeof one.reader.after>) => rows.map(({ sequence: _, ...row }) => row)
    expect(bare(other.reader.after(everything, 0, 1000))).toEqual(bare(one.reader.after(everything, 0, 1000)))
    expect(await other.bringFile(one.file('usage.jsonl'))).toMatchObject({ added: 0, known: 700 })
    expect(other.reader.check()).toMatchObject({ wrong: 0 })
  })

  it('that was changed or cut says so', async () => {
    const one = bench()
    one.fill(20)
    await one.save('jsonl')
    const lines = one.read('usage.jsonl').trim().split('\n')
    const cut = [...lines.slice(0, 5), '{"id": broken', ...lines.slice(6)].join('\n')
    const done = await bench().bring(cut)
    expect(done).toMatchObject({ added: 19, refused: 1, fileTotals: 'differ', byReason: { 'not-json': 1 } })
    expect(done.refusals).toEqual([{ line: 6, reason: 'not-json' }])
  })

  it('does not bring back what retention let go of', async () => {
    const one = bench()
    one.fill(30)
    await one.save('jsonl')
    one.store.retain({ days: 1, rows: null }, 25_000)
    expect(await one.bringFile(one.file('usage.jsonl'))).toMatchObject({
      added: 0,
      byReason: { 'before-retention': 30 },
    })
  })
})
