import { writeFileSync } from 'node:fs'
import { dayNumberAt, dayOf } from '../../shared/ledger/calendar.ts'
import { OWN_HEADER, ownLine } from '../../shared/ledger/own-entry.ts'
import { manyRows } from '../bench/many-rows.ts'

/** Writes a file as `Export JSON` does, of so many made-up rows; what they add up to, in ticks. */
export function writeLedgerFile(path: string, count: number): bigint {
  const rows = manyRows(0, count).map((row, index) => ({
    ...row,
    sequence: index + 1,
    day: dayOf(dayNumberAt(row.at, row.utcOffset)),
  }))
  const spent = rows.reduce((sum, row) => sum + row.spent, 0n)
  const total = { total: { rows: count, spent: spent.toString() }, checksum: 'sha256:none' }
  writeFileSync(
    path,
    `${[JSON.stringify(OWN_HEADER), ...rows.map(ownLine), JSON.stringify(total)].join('\n')}\n`,
  )
  return spent
}
