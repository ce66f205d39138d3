import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type Aim, atMost, type BenchReport, table } from './bench-report.ts'
import { median } from './statistics.ts'
import type { Pace } from './stream-server.ts'
import {
  askAndWait,
  newConversation,
  openStreamWindow,
  type PageWatched,
  type StreamWindow,
  takeWatched,
  together,
} from './stream-window.ts'

const RUNS = 10
/** As fast as the server can write, and as models write. */
const PACES: readonly (Pace & { name: string })[] = [
  { name: '100 kB at once', characters: 100_000, tokensPerSecond: 1_000_000 },
  { name: '6 kB at 1,000 tokens/s', characters: 6_000, tokensPerSecond: 1_000 },
]

/** ms: from the first byte the server wrote to all of it there; from the last byte to all of it there. */
type Times = { whole: number[]; lag: number[] }
type Measured = {
  pace: (typeof PACES)[number]
  app: Times
  raw: Times
  watched: PageWatched
  seconds: number
}

/** What lies between the socket and the page: the app's answers against Node's own fetch of the same stream. */
export async function run(): Promise<BenchReport> {
  const opened = await openStreamWindow()
  const reader = new Worker(new URL('./raw-reader.ts', import.meta.url))
  try {
    const all: Measured[] = []
    for (const pace of PACES) all.push(await measure(opened, reader, pace))
    return reportOf(all)
  } finally {
    await reader.terminate()
    await opened.end()
  }
}

async function measure(
  opened: StreamWindow,
  reader: Worker,
  pace: (typeof PACES)[number],
): Promise<Measured> {
  const { page, server } = opened
  server.setPace(pace)
  const app: Times = { whole: [], lag: [] }
  const raw: Times = { whole: [], lag: [] }
  await newConversation(page)
  await askAndWait(page)
  await readRaw(opened, reader)
  let seconds = 0
  let watched: PageWatched = { messages: 0, longestTask: 0, longestGap: 0 }
  for (let run = 0; run < RUNS; run += 1) {
    await newConversation(page)
    await takeWatched(page)
    add(app, server.written, await askAndWait(page))
    seconds += (app.whole.at(-1) ?? 0) / 1000
    watched = together(watched, await takeWatched(page))
    add(raw, server.written, await readRaw(opened, reader))
  }
  return { pace, app, raw, watched, seconds }
}

async function readRaw({ server }: StreamWindow, reader: Worker): Promise<number> {
  reader.postMessage(server.baseUrl)
  const [at]: unknown[] = await once(reader, 'message')
  return Number(at)
}

function add(times: Times, written: StreamWindow['server']['written'], at: number): void {
  const { first, last } = written.at(-1) ?? { first: Number.NaN, last: Number.NaN }
  times.whole.push(at - first)
  times.lag.push(at - last)
}

function reportOf(all: readonly Measured[]): BenchReport {
  const row = (name: string, { whole, lag }: Times, rest: readonly (string | number)[]) => [
    name,
    ...[median(whole), Math.max(...whole), median(lag), Math.max(...lag)].map(Math.round),
    ...rest,
  ]
  return {
    title: 'IPC: from the socket to the screen',
    lines: [
      'Tokenbook paints every word in its window; Node’s fetch on a thread of its own parses the same events and joins',
      `their text. In turn, ${RUNS} times each, one left out before. Messages are those that came into the page.`,
      ...table(
        [
          ...['what reads', 'first byte to all there, ms', 'worst', 'last byte to all there, ms', 'worst'],
          ...['messages/s', 'longest task ms'],
        ],
        all.flatMap(({ pace, app, raw, watched, seconds }) => [
          row(`${pace.name}: Tokenbook, painted`, app, [
            Math.round(watched.messages / seconds),
            watched.longestTask === 0 ? 'under 50' : Math.round(watched.longestTask),
          ]),
          row(`${pace.name}: fetch in Node`, raw, ['', '']),
        ]),
      ),
    ],
    aims: all.flatMap(aimsOf),
  }
}

function aimsOf({ pace, app, watched, seconds }: Measured): Aim[] {
  const lag = atMost(`${pace.name}: last byte to last paint, median`, median(app.lag), 100, 'ms', 0)
  // A burst is sent in pieces of 4 kB, as fast as it comes.
  if (pace.tokensPerSecond > 10_000) return [{ ...lag, ...atMost(lag.what, median(app.lag), 500, 'ms', 0) }]
  return [lag, atMost(`${pace.name}: messages a second`, watched.messages / seconds, 80, '', 0)]
}
