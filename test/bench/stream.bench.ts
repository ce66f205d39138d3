import type { CDPSession, Page } from 'playwright-core'
import { startDemoProcess } from '../support/demo-process.ts'
import { freshUserData, launchApp } from '../support/electron-app.ts'
import { openView } from '../support/page-actions.ts'
import { type Aim, atMost, type BenchReport, table } from './bench-report.ts'
import { ENDING, longAnswer } from './long-answer.ts'
import { pageCode } from './page-code.ts'

const CHARACTERS = 100_000
const CHARACTERS_IN_TOKEN = 4
const RATES = [300, 5_000]
const VIEWS = ['ours', 'streamdown', 'react-markdown'] as const
const LATE_FRAME_MS = 33

type Run = { frames: number[]; longestTask: number; lag: number; seconds: number }
type Row = Run & { view: string; rate: number; busyMs: number }

/**
 * A 100 kB answer while it grows, in one real window: our view, streamdown, and react-markdown on the whole text, each
 * with the same feed. Main-thread time is processor time. `STREAM_RATES=5000` runs some rates only.
 */
export async function run(): Promise<BenchReport> {
  const server = await startDemoProcess()
  const userData = freshUserData()
  const env = { XAI_BASE_URL: server.baseUrl, XAI_API_KEY: server.key }
  const running = await launchApp({ userData: userData.folder, env })
  const { page } = running
  try {
    page.setDefaultTimeout(600_000)
    await openView(page, 'Playground')
    await page.evaluate(await pageCode('stream-peers.tsx'))
    const cdp = await page.context().newCDPSession(page)
    // Time the thread really ran: other work of the computer does not count.
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    const rates = (process.env['STREAM_RATES']?.split(',') ?? RATES).map(Number)
    const rows: Row[] = []
    for (const rate of rates) for (const view of VIEWS) rows.push(await measure(page, cdp, view, rate))
    return report(rows)
  } finally {
    await running.close()
    await server.stop()
    userData.remove()
  }
}

async function measure(page: Page, cdp: CDPSession, view: string, rate: number): Promise<Row> {
  const before = await busySeconds(cdp)
  const text = longAnswer(CHARACTERS)
  const ran = await page.evaluate(
    async ([view, text, ending, rate]): Promise<Run> => {
      const run: unknown = Reflect.get(window, 'runStreamPeer')
      if (typeof run !== 'function') throw new Error('the peers are not there')
      return await run(view, text, ending, rate)
    },
    [view, text, ENDING, rate * CHARACTERS_IN_TOKEN] as const,
  )
  const busyMs = ((await busySeconds(cdp)) - before) * 1000
  await page.evaluate(() => {
    const remove: unknown = Reflect.get(window, 'removeStreamPeer')
    if (typeof remove === 'function') remove()
  })
  return { ...ran, view, rate, busyMs }
}

/** Seconds in which the page's main thread ran anything: script, style, layout and paint alike. */
async function busySeconds(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
}

function report(rows: readonly Row[]): BenchReport {
  const of = (view: string, rate: number) => rows.find((row) => row.view === view && row.rate === rate)
  const cells = rows.map(({ view, rate, busyMs, longestTask, frames, lag }) => [
    view,
    rate,
    Math.round(busyMs),
    (busyMs / (of('ours', rate)?.busyMs ?? Number.NaN)).toFixed(1),
    longestTask === 0 ? 'under 50' : Math.round(longestTask),
    `${lateOf(frames)} of ${frames.length}`,
    Math.round(lag),
  ])
  const rates = [...new Set(rows.map(({ rate }) => rate))]
  return {
    title: `Stream: an answer of ${CHARACTERS / 1000} kB while it grows`,
    lines: [
      'Each view with the same feed in the same window, following its end. Main thread: processor time. The feed runs at',
      'so many tokens a second, four characters each; every frame of it is one measurement.',
      ...table(
        [
          ...['view', 'tokens/s', 'main thread ms', 'times ours', 'longest task ms'],
          ...['frames over 33 ms', 'last byte to last paint ms'],
        ],
        cells,
      ),
    ],
    aims: rates.flatMap((rate) => aimsAt(rate, (view) => of(view, rate))),
  }
}

function lateOf(frames: readonly number[]): number {
  return frames.filter((ms) => ms > LATE_FRAME_MS).length
}

function aimsAt(rate: number, of: (view: string) => Row | undefined): Aim[] {
  const ours = of('ours')
  const share = (view: string) => (ours?.busyMs ?? Number.NaN) / (of(view)?.busyMs ?? Number.NaN)
  const at = `at ${rate} tokens/s`
  return [
    atMost(`main thread ${at} as a ratio to react-markdown`, share('react-markdown'), 0.2, '', 2),
    atMost(`main thread ${at} as a ratio to streamdown`, share('streamdown'), 0.5, '', 2),
    atMost(`longest task ${at}`, ours?.longestTask ?? Number.NaN, 50, 'ms', 0),
    atMost(`last byte to last paint ${at}`, ours?.lag ?? Number.NaN, 100, 'ms', 0),
  ]
}
