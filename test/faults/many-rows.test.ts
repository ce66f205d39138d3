import { describe, expect, it } from 'vitest'
import { exportLedger } from '../../electron/services/ledger-export.ts'
import { manyRows } from '../bench/many-rows.ts'
import { cpuMs } from '../support/cpu-time.ts'
import { howMany } from '../support/fault-run.ts'
import { open, scratchFolder } from '../unit/electron/storage/scratch.ts'

const ROWS = howMany('TOKENBOOK_FAULT_ROWS', { short: 5_000, long: 1_000_000 })
const AT_ONCE = 1_000
const everything = { period: { from: null, to: null }, filter: { demo: false } }

/** A folder whose database holds the rows, and what they add up to, counted while they were made. */
function filled() {
  const folder = scratchFolder()
  const storage = open(folder)
  let spent = 0n
  for (let from = 0; from < ROWS; from += AT_ONCE) {
    const rows = manyRows(from, AT_ONCE)
    for (const row of rows) spent += row.spent ?? 0n
    storage.ledger.add(rows)
  }
  storage.close()
  return { folder, spent }
}

describe(`a ledger of ${ROWS} rows`, () => {
  it('opens, answers, adds up to the tick and exports within its budgets', async () => {
    const { folder, spent } = filled()
    const opening = cpuMs()
    const { ledgerReader } = open(folder)
    expect(cpuMs() - opening).toBeLessThan(1_200)
    const asking = cpuMs()
    expect(ledgerReader.totals(everything).spent).toBe(spent)
    expect(cpuMs() - asking).toBeLessThan(150)
    expect(ledgerReader.count(everything)).toBe(ROWS)
    const { bytes, largest, growth } = await exported(ledgerReader)
    expect(bytes).toBeGreaterThan(ROWS * 100)
    expect(largest).toBeLessThan(1_000_000)
    // V8 lets tens of megabytes gather before it tidies up; a million rows at once would be far more than this.
    expect(growth).toBeLessThan(300 * 1024 * 1024)
  }, 1_200_000)
})

/** Writes all rows to nowhere; tells how much that was, in pieces of how much, and by how much memory grew at most. */
async function exported(
  reader: Parameters<typeof exportLedger>[1],
): Promise<{ bytes: number; largest: number; growth: number }> {
  const before = process.memoryUsage().rss
  let bytes = 0
  let largest = 0
  let growth = 0
  const files: Parameters<typeof exportLedger>[2] = {
    choosePath: async () => '/nowhere/usage.csv',
    chooseFile: async () => null,
    writer: () => ({
      write(text) {
        bytes += text.length
        largest = Math.max(largest, text.length)
      },
      finish() {},
      giveUp() {},
    }),
    reader: () => ({ bytes: 0, async *pieces() {} }),
  }
  const request = { ...everything, format: 'csv' as const, suggestedName: 'usage' }
  for await (const step of exportLedger(request, reader, files)) {
    growth = Math.max(growth, process.memoryUsage().rss - before)
    if (step.kind === 'done') expect(step.rows).toBe(ROWS)
  }
  return { bytes, largest, growth }
}
