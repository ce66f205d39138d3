import type { Page } from 'playwright-core'
import { freshUserData, launchApp, modelsShown } from '../support/electron-app.ts'
import { openView } from '../support/page-actions.ts'
import { type Aim, atMost, type BenchReport, table } from './bench-report.ts'
import { launchEmpty, processId } from './empty-program.ts'
import { sampleProcesses } from './process-probe.ts'
import { median } from './statistics.ts'

const SETTLE_MS = 4_000
const WINDOW_MS = 2_000
const WINDOWS = 10
const VIEWS = ['Models', 'Playground'] as const

/** For each window of time: processor ms and wakings, both a second, and timers that fired in the page in all of it. */
type Idle = { name: string; cpu: number[]; wakeups: number[]; timers: number | null }

/** Nothing happens: what the app costs then, against an empty window in the same seconds. */
export async function run(): Promise<BenchReport> {
  const [ourData, emptyData] = [freshUserData(), freshUserData()]
  const empty = await launchEmpty(emptyData.folder)
  const running = await launchApp({ userData: ourData.folder })
  const rows: Idle[] = []
  try {
    await modelsShown(running.page)
    for (const view of VIEWS) {
      await openView(running.page, view)
      await running.page.waitForTimeout(SETTLE_MS)
      rows.push(...(await watchBoth(view, processId(empty.app), processId(running.app), running.page)))
    }
  } finally {
    await running.close()
    await empty.app.close()
    ourData.remove()
    emptyData.remove()
  }
  return reportOf(rows)
}

async function watchBoth(view: string, emptyId: number, ourId: number, page: Page): Promise<Idle[]> {
  const empty: Idle = { name: `${view}: empty window`, cpu: [], wakeups: [], timers: null }
  const ours: Idle = { name: `${view}: Tokenbook`, cpu: [], wakeups: [], timers: null }
  for (let window = 0; window < WINDOWS; window += 1) {
    const before = [sampleProcesses(emptyId), sampleProcesses(ourId)]
    // Not in the page: whoever asks it wakes it.
    await new Promise((resolve) => setTimeout(resolve, WINDOW_MS))
    const after = [sampleProcesses(emptyId), sampleProcesses(ourId)]
    for (const [at, row] of [empty, ours].entries()) {
      const [from, to] = [before[at], after[at]]
      if (from === undefined || to === undefined) continue
      row.cpu.push(((to.cpuMs - from.cpuMs) * 1000) / WINDOW_MS)
      row.wakeups.push(((to.wakeups - from.wakeups) * 1000) / WINDOW_MS)
    }
  }
  return [empty, { ...ours, timers: await timersFired(page) }]
}

/** Timers that fire in the page while nothing happens, counted by the browser itself for as long as a window. */
async function timersFired(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page)
  let fired = 0
  cdp.on('Tracing.dataCollected', ({ value }) => {
    fired += value.filter((event) => Reflect.get(event, 'name') === 'TimerFire').length
  })
  const complete = new Promise<void>((resolve) => cdp.once('Tracing.tracingComplete', () => resolve()))
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'] },
  })
  await new Promise((resolve) => setTimeout(resolve, WINDOW_MS * 2))
  await cdp.send('Tracing.end')
  await complete
  await cdp.detach()
  return fired / ((WINDOW_MS * 2) / 1000)
}

function reportOf(rows: readonly Idle[]): BenchReport {
  return {
    title: 'Idle: when nothing happens',
    lines: [
      `All processes of each program, ${WINDOWS} windows of ${WINDOW_MS / 1000} s for both at once, ${SETTLE_MS / 1000} s after the view was opened.`,
      'Wakings are those of all threads; timers are those that fire in the page, counted by the browser.',
      ...table(
        ['view', 'processor ms/s', 'worst', 'wakings/s', 'worst', 'timers/s'],
        rows.map(({ name, cpu, wakeups, timers }) => [
          name,
          ...[median(cpu), Math.max(...cpu), median(wakeups), Math.max(...wakeups)].map((one) =>
            one.toFixed(1),
          ),
          timers === null ? '' : timers.toFixed(2),
        ]),
      ),
    ],
    aims: VIEWS.flatMap((view) => aimsOf(view, rows)),
  }
}

function aimsOf(view: string, rows: readonly Idle[]): Aim[] {
  const [empty, ours] = rows.filter(({ name }) => name.startsWith(`${view}:`))
  const above = median(ours?.cpu ?? []) - median(empty?.cpu ?? [])
  return [
    atMost(`${view}: processor time above the empty window's`, above, 5, 'ms/s'),
    atMost(`${view}: timers that fire in the page`, ours?.timers ?? Number.NaN, 1, 'a second', 2),
  ]
}
