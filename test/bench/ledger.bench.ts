import { execFileSync, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createChangeEvents } from '../../electron/services/change-events.ts'
import { createLedgerService, type LedgerService } from '../../electron/services/ledger.ts'
import { loadEngine } from '../../electron/storage/engine.ts'
import { monthStartSql } from '../../electron/storage/ledger-sums.ts'
import { SUMMED } from '../../electron/storage/ledger-totals.ts'
import { openStorage } from '../../electron/storage/open-storage.ts'
import { schedule } from '../../electron/xai/wire-ports.ts'
import { projectFolder } from '../../scripts/project-folder.ts'
import type { LedgerQuery } from '../../shared/ledger/ledger-query.ts'
import { freshUserData } from '../support/electron-app.ts'
import { atMost, type BenchReport, table } from './bench-report.ts'
import { manyRows } from './many-rows.ts'
import { median } from './statistics.ts'

/** The larger one with `--long`: filling it takes minutes. */
const SIZES = [100_000, 1_000_000]
const ROUNDS = 10
const ROWS_A_TURN = 1_000
const THREAD = join(projectFolder, 'electron/storage/thread/storage-thread.ts')
/** The time of a paint; on a busy computer most of it is waiting for a core. */
const LONGEST_BLOCK_MS = 50
/** What the architecture allows: the shell's time and a third, and a paint. */
const ALLOWED = { ratio: 1.3, ms: 50 }

const everything: LedgerQuery = { period: { from: null, to: null }, filter: { demo: false } }
const MONTH = monthStartSql('day')

type Measured = Pick<BenchReport, 'lines' | 'aims'>

/** What the page asks, and the same question as a person would ask it in SQLite's own shell. */
const QUESTIONS: { name: string; ask: (ledger: LedgerService) => unknown; sql: string }[] = [
  {
    name: 'totals',
    ask: (ledger) => ledger.totals(everything),
    sql: `SELECT state, ${SUMMED} FROM ledger_month WHERE demo = 0 GROUP BY 1`,
  },
  {
    name: 'chart by month and model',
    ask: (ledger) => ledger.chart(everything, 'model', 'month'),
    sql: `SELECT day, model, state, ${SUMMED} FROM ledger_month WHERE demo = 0 GROUP BY 1, 2, 3`,
  },
  {
    name: 'chart of 90 days by key',
    ask: (ledger) => ledger.chart(last90, 'key', 'week'),
    sql: `SELECT day, key_id, state, ${SUMMED} FROM ledger_day WHERE demo = 0 AND day >= 20637 GROUP BY 1, 2, 3`,
  },
  {
    name: 'chart by conversation',
    ask: (ledger) => ledger.chart(everything, 'conversation', 'month'),
    sql: `SELECT ${MONTH}, conversation_id, state, ${SUMMED} FROM ledger_conversation WHERE demo = 0 GROUP BY 1, 2, 3`,
  },
  {
    name: 'histogram',
    ask: (ledger) => ledger.histogram(everything),
    sql: `SELECT step, sum(requests) FROM ledger_spread WHERE measure = 'cost' AND demo = 0 GROUP BY 1`,
  },
  {
    name: 'speeds by model',
    ask: (ledger) => ledger.speeds(everything),
    sql: `SELECT model, measure, step, sum(requests) FROM ledger_spread WHERE demo = 0 GROUP BY 1, 2, 3`,
  },
  {
    name: 'table, newest',
    ask: (ledger) => ledger.rows(everything, { by: 'sequence', descending: true }, 0, 100),
    sql: 'SELECT * FROM ledger WHERE demo = 0 ORDER BY sequence DESC LIMIT 100; SELECT count(*) FROM ledger WHERE demo = 0',
  },
  {
    name: 'table, middle',
    ask: (ledger) => ledger.rows(everything, { by: 'sequence', descending: true }, 50_000, 100),
    sql: `SELECT * FROM ledger WHERE sequence IN (SELECT sequence FROM ledger WHERE demo = 0 ORDER BY sequence DESC
      LIMIT 100 OFFSET 50000) ORDER BY sequence DESC; SELECT count(*) FROM ledger WHERE demo = 0`,
  },
  {
    name: 'table, by time, middle',
    ask: (ledger) => ledger.rows(everything, { by: 'time', descending: true }, 50_000, 100),
    sql: `SELECT * FROM ledger WHERE sequence IN (SELECT sequence FROM ledger WHERE demo = 0 ORDER BY at DESC, sequence DESC
      LIMIT 100 OFFSET 50000) ORDER BY at DESC, sequence DESC; SELECT count(*) FROM ledger WHERE demo = 0`,
  },
  {
    name: 'table, dearest',
    ask: (ledger) => ledger.rows(everything, { by: 'cost', descending: true }, 0, 100),
    sql: 'SELECT * FROM ledger WHERE demo = 0 ORDER BY spent DESC LIMIT 100; SELECT count(*) FROM ledger WHERE demo = 0',
  },
]
const last90: LedgerQuery = { ...everything, period: { from: '2026-07-03', to: null } }

/** The ledger with many rows: how long the main process takes to answer, against SQLite's shell on the same file. */
export async function run({ long }: { long: boolean }): Promise<BenchReport> {
  const measured: Measured[] = []
  for (const size of SIZES.slice(0, long ? 2 : 1)) {
    const userData = freshUserData()
    try {
      measured.push(await measure(size, userData.folder))
    } finally {
      userData.remove()
    }
  }
  const hasShell = spawnSync('sqlite3', ['-version']).error === undefined
  return {
    title: 'Ledger: what its view asks of many rows',
    lines: [
      `Reference: the same question ${hasShell ? "in SQLite's own shell" : 'put to SQLite directly (no sqlite3 shell here)'} on the same file. Median and worst of ${ROUNDS}.`,
      ...measured.flatMap(({ lines }) => lines),
    ],
    aims: measured.flatMap(({ aims }) => aims),
  }
}

async function measure(size: number, folder: string): Promise<Measured> {
  const storage = openStorage({ folder, now: Date.now, threadFile: THREAD })
  if (storage.kind === 'newer') throw new Error('not opened')
  const began = performance.now()
  let longest = 0
  for (let from = 0; from < size; from += ROWS_A_TURN) {
    const turn = performance.now()
    storage.ledger.add(manyRows(from, ROWS_A_TURN))
    longest = Math.max(longest, performance.now() - turn)
  }
  const seconds = (performance.now() - began) / 1000
  const path = join(folder, 'tokenbook.sqlite')
  const megabytes = Math.round(statSync(path).size / 1_000_000)
  const filled = `${size} rows: in after ${seconds.toFixed(1)} s, ${ROWS_A_TURN} at most in ${longest.toFixed(0)} ms, ${megabytes} MB`
  const events = createChangeEvents(schedule)
  const ledger = createLedgerService({
    ...{ store: storage.ledger, reader: storage.ledgerAnswers, importer: storage.ledgerImporter },
    ...{ events, uuid: () => 'x', utcOffset: () => 0 },
    clock: { now: () => Date.now(), monotonic: () => performance.now() },
    catalog: { read: () => Promise.reject(new Error('not asked for')) },
    files: {
      choosePath: async () => null,
      chooseFile: async () => null,
      writer: () => ({ write() {}, finish() {}, giveUp() {} }),
      reader: () => ({ bytes: 0, async *pieces() {} }),
    },
  })
  const asked: Answered[] = []
  // The first question starts the thread.
  await ledger.names(false)
  for (const { name, ask, sql } of QUESTIONS)
    asked.push(answered(name, await waitsOf(() => ask(ledger)), shellTimes(path, sql)))
  const backup = await waitsOf(() => storage.care.backUpNow(), 1)
  const check = await waitsOf(() => storage.ledgerAnswers.check(), 1)
  await storage.settle()
  storage.close()
  const longestBlock = Math.max(backup.blocked, check.blocked, ...asked.map(({ blocked }) => blocked))
  const late = asked.filter(({ within }) => !within).length
  return {
    lines: [
      '',
      filled,
      ...table(
        ['question', 'ms', 'worst ms', 'main thread blocked, ms', 'reference ms', 'allowed ms'],
        asked.map(({ cells }) => cells),
      ),
      ...[
        { name: 'A backup', ...backup },
        { name: 'The check of all sums', ...check },
      ].map(
        ({ name, times, blocked }) =>
          `${name} took ${median(times).toFixed(0)} ms and blocked the main thread for ${blocked.toFixed(0)} ms at most.`,
      ),
    ],
    aims: [
      atMost(`questions over ${size} rows that take longer than allowed`, late, 0, '', 0),
      atMost(`longest block of the main thread with ${size} rows`, longestBlock, LONGEST_BLOCK_MS, 'ms', 0),
    ],
  }
}

type Waits = { times: number[]; blocked: number }

/** How long the answers take, and for how long the thread that asks cannot do anything else meanwhile, in ms. */
async function waitsOf(ask: () => unknown, rounds = ROUNDS): Promise<Waits> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const times: number[] = []
  // A first turn, so that what ran before is not counted.
  await new Promise((resolve) => setTimeout(resolve, 10))
  delay.enable()
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    await ask()
    times.push(performance.now() - began)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  delay.disable()
  return { times, blocked: delay.max / 1e6 }
}

type Answered = { cells: string[]; within: boolean; blocked: number }

function timesOf(work: () => unknown): number[] {
  return Array.from({ length: ROUNDS }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  })
}

/** As the shell's own timer has it: starting it is not what is compared. Without a shell, by this process's SQLite. */
function shellTimes(path: string, sql: string): number[] {
  if (spawnSync('sqlite3', ['-version']).error) return plainTimes(path, sql)
  const script = ['.timer on', '.mode list', ...Array.from({ length: ROUNDS }, () => `${sql};`)].join('\n')
  const out = execFileSync('sqlite3', ['-readonly', path], { input: script, maxBuffer: 1 << 30 }).toString()
  const times = [...out.matchAll(/Run Time: real (\d+\.\d+)/g)].map(([, time]) => Number(time) * 1000)
  const parts = sql.split(';').length
  return Array.from({ length: ROUNDS }, (_, round) =>
    times.slice(round * parts, (round + 1) * parts).reduce((sum, time) => sum + time, 0),
  )
}

function plainTimes(path: string, sql: string): number[] {
  const database = loadEngine().open(path, { readOnly: true })
  const times = timesOf(() => sql.split(';').map((one) => database.prepare(one).all()))
  database.close()
  return times
}

function answered(name: string, { times, blocked }: Waits, shell: readonly number[]): Answered {
  const [own, theirs] = [median(times), median(shell)]
  const allowed = theirs * ALLOWED.ratio + ALLOWED.ms
  const cells = [own, Math.max(...times), blocked, theirs, allowed].map((time) => time.toFixed(1))
  return { cells: [name, ...cells], within: own <= allowed, blocked }
}
