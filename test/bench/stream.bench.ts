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
/** The main process hands text on this often, so a piece is what came in that time. */
const FLUSH_MS = 16
/** A view whose main thread has worked as long as this is stopped, and compared with what ours took up to there. */
const LIMIT_MS = Number(process.env['STREAM_LIMIT_S'] ?? 180) * 1000
const LOOK_MS = 500
/** What feeding and watching take is measured with the beginning of the text, and taken off. */
const BASE_CHARACTERS = 10_000
const VIEWS = ['paced', 'ours', 'streamdown', 'react-markdown'] as const
const NAMES = { paced: 'ours, at the pace of the app', ours: 'ours, every piece' } as const
const LATE_FRAME_MS = 33

type Run = { frames: number[]; longestTask: number; lag: number; seconds: number; shown: number }
type View = (typeof VIEWS)[number]
/** Main-thread time after so many characters. */
type Sample = { shown: number; busyMs: number }
type Row = Run & { view: View; rate: number; busyMs: number; characters: number; samples: Sample[] }
/** One feed at one rate. */
type Asked = { page: Page; cdp: CDPSession; rate: number }

/**
 * A 100 kB answer while it grows, in one real window: our view, streamdown, and react-markdown on the whole text. Each
 * is given the same pieces and shows every one of them; ours once more at the pace of the app, which shows what waits
 * together. Main-thread time is processor time. `STREAM_RATES=5000` runs some rates only.
 */
export async function run(): Promise<BenchReport> {
  const server = await startDemoProcess()
  const userData = freshUserData()
  const env = { XAI_BASE_URL: server.baseUrl, XAI_API_KEY: server.key }
  const running = await launchApp({ userData: userData.folder, env })
  const { page } = running
  try {
    page.setDefaultTimeout(20 * 60_000)
    await openView(page, 'Playground')
    await page.evaluate(await pageCode('stream-peers.tsx'))
    const cdp = await page.context().newCDPSession(page)
    // Time the thread really ran: other work of the computer does not count.
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    const rates = (process.env['STREAM_RATES']?.split(',') ?? RATES).map(Number)
    const rows: Row[] = []
    for (const rate of rates) {
      const asked = { page, cdp, rate }
      const base = await feed(asked, 'nothing', longAnswer(BASE_CHARACTERS))
      const baseMs = base.busyMs / base.shown
      for (const view of VIEWS) rows.push(await measure(asked, view, baseMs))
    }
    return report(rows)
  } finally {
    await running.close()
    await server.stop()
    userData.remove()
  }
}

/** `baseMs`: what a character costs that nobody shows. */
async function measure(asked: Asked, view: View, baseMs: number): Promise<Row> {
  const text = longAnswer(CHARACTERS)
  const row = await feed(asked, view, text)
  const less = ({ shown, busyMs }: Sample) => busyMs - baseMs * shown
  const samples = row.samples.map((sample) => ({ ...sample, busyMs: less(sample) }))
  return { ...row, view, rate: asked.rate, busyMs: less(row), characters: text.length, samples }
}

async function feed(
  { page, cdp, rate }: Asked,
  view: View | 'nothing',
  text: string,
): Promise<Run & { busyMs: number; samples: Sample[] }> {
  const before = await busyMs(cdp)
  const characters = Math.ceil((rate * CHARACTERS_IN_TOKEN * FLUSH_MS) / 1000)
  const samples: Sample[] = []
  let over = false
  const running = page
    .evaluate(
      async ([view, text, ending, feed]): Promise<Run> => {
        const run: unknown = Reflect.get(window, 'runStreamPeer')
        if (typeof run !== 'function') throw new Error('the peers are not there')
        return await run(view, text, ending, feed)
      },
      [view, text, ENDING, { characters, ms: FLUSH_MS }] as const,
    )
    .finally(() => {
      over = true
    })
  const looking = (async () => {
    while (!over) {
      const busy = (await busyMs(cdp)) - before
      samples.push({ busyMs: busy, shown: await lookAt(page, busy > LIMIT_MS) })
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    }
  })()
  const [ran] = await Promise.all([running, looking])
  const total = (await busyMs(cdp)) - before
  await page.evaluate(() => {
    const remove: unknown = Reflect.get(window, 'removeStreamPeer')
    if (typeof remove === 'function') remove()
  })
  return { ...ran, busyMs: total, samples }
}

/** Characters shown so far; `stop` shows no more of them. */
async function lookAt(page: Page, stop: boolean): Promise<number> {
  return await page.evaluate((stopped): number => {
    const state: { shown: number; stopped: boolean } = Reflect.get(window, 'streamState')
    state.stopped = stopped
    return state.shown
  }, stop)
}

/** Time in which the page's main thread ran anything: script, style, layout and paint alike. */
async function busyMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
}

/** What a view took up to some character: by the first look after it, so that it is never too little. */
function busyUntil({ samples, busyMs }: Row, shown: number): number {
  return samples.find((sample) => sample.shown >= shown)?.busyMs ?? busyMs
}

function report(rows: readonly Row[]): BenchReport {
  const of = (view: View, rate: number) => rows.find((row) => row.view === view && row.rate === rate)
  const cells = rows.map((row) => {
    const { view, rate, busyMs, longestTask, frames, lag } = row
    const ours = of('ours', rate)
    const times = (1 / (ours === undefined ? Number.NaN : shareOf(ours, row))).toFixed(1)
    return [
      view === 'paced' || view === 'ours' ? NAMES[view] : view,
      rate,
      `${isStopped(row) ? 'more than ' : ''}${Math.round(busyMs)}`,
      times,
      longestTask === 0 ? 'under 50' : Math.round(longestTask),
      `${lateOf(frames)} of ${frames.length}`,
      isStopped(row) ? `stopped after ${Math.round(row.shown / 1000)} kB` : Math.round(lag),
    ]
  })
  const rates = [...new Set(rows.map(({ rate }) => rate))]
  return {
    title: `Stream: an answer of ${CHARACTERS / 1000} kB while it grows`,
    lines: [
      `Each view in the same window, following its end. So many tokens a second, four characters each, come in pieces of`,
      `${FLUSH_MS} ms; every view shows every piece, none is left out. One whose main thread has worked ${LIMIT_MS / 1000} s is stopped and`,
      'compared with what ours took up to the same character. Main thread: processor time, without what feeding and',
      'watching take with a view that shows nothing. The app itself shows together what waits, at its own pace.',
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

function isStopped({ shown, characters }: Row): boolean {
  return shown < characters
}

/** Our time as a share of a view's, both for the text that this view has shown. */
function shareOf(ours: Row, row: Row): number {
  return (isStopped(row) ? busyUntil(ours, row.shown) : ours.busyMs) / row.busyMs
}

function lateOf(frames: readonly number[]): number {
  return frames.filter((ms) => ms > LATE_FRAME_MS).length
}

function aimsAt(rate: number, of: (view: View) => Row | undefined): Aim[] {
  const [ours, paced] = [of('ours'), of('paced')]
  const share = (view: View) => {
    const row = of(view)
    return ours === undefined || row === undefined ? Number.NaN : shareOf(ours, row)
  }
  const at = `at ${rate} tokens/s`
  return [
    atMost(`main thread ${at} as a ratio to react-markdown`, share('react-markdown'), 0.05, '', 3),
    atMost(`main thread ${at} as a ratio to streamdown`, share('streamdown'), 0.5, '', 2),
    atMost(`longest task ${at}`, paced?.longestTask ?? Number.NaN, 50, 'ms', 0),
    atMost(`last byte to last paint ${at}`, paced?.lag ?? Number.NaN, 100, 'ms', 0),
  ]
}
