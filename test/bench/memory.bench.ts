import { freshUserData } from '../support/electron-app.ts'
import { atMost, type BenchReport, table } from './bench-report.ts'
import { launchEmpty, processId } from './empty-program.ts'
import { fourAtOnce } from './four-answers.ts'
import { loopDelay, type MemorySample, sampleMemory, slopeOf, watchLoop } from './memory-probe.ts'
import { sampleProcesses } from './process-probe.ts'
import {
  askAndWait,
  newConversation,
  openStreamWindow,
  type PageWatched,
  takeWatched,
  together,
} from './stream-window.ts'

const ANSWER = 50_000
const ANSWERS_IN_CONVERSATION = 10
/** What a person would have to leave alone to reach it is the long one. */
const SIZES = {
  short: { answers: 50, warmUp: 10, everyAnswers: 5, fourSeconds: 15 },
  long: { answers: 200, warmUp: 40, everyAnswers: 20, fourSeconds: 600 },
}
type Size = (typeof SIZES)['short']

const ROW_TOKENS_PER_SECOND = 50_000
const FOUR_TOKENS_PER_SECOND = 300
const CHARACTERS_IN_TOKEN = 4
const PER_SLOPE = 20

type Phase = { name: string; loop: { p99: number; worst: number }; watched: PageWatched }
type Loaded = { samples: MemorySample[]; phases: Phase[]; afterFour: MemorySample; empty: number }

/** Many long answers in a row and four at once: what stays in memory, and whether main process and page keep up. */
export async function run({ long }: { long: boolean }): Promise<BenchReport> {
  const size = long ? SIZES.long : SIZES.short
  return reportOf(await load(size), size)
}

async function load(size: Size): Promise<Loaded> {
  const empty = await emptyMegabytes()
  const opened = await openStreamWindow(['--js-flags=--expose-gc'])
  const { app, page, server } = opened
  try {
    const cdp = await page.context().newCDPSession(page)
    await watchLoop(app)
    server.setPace({ characters: ANSWER, tokensPerSecond: ROW_TOKENS_PER_SECOND })
    const samples: MemorySample[] = []
    await takeWatched(page)
    let watched: PageWatched = { messages: 0, longestTask: 0, longestGap: 0 }
    for (let answer = 0; answer < size.answers; answer += 1) {
      if (answer % ANSWERS_IN_CONVERSATION === 0) await newConversation(page)
      await askAndWait(page)
      if ((answer + 1) % size.everyAnswers !== 0) continue
      if (answer + 1 < size.warmUp) continue
      // Every sample in the same state: a fresh conversation, so that what is on the screen is not counted as growth.
      await newConversation(page)
      watched = together(watched, await takeWatched(page))
      samples.push(await sampleMemory(app, cdp))
      // The collection of a whole heap that a sample asks for is the benchmark's own task.
      await takeWatched(page)
    }
    watched = together(watched, await takeWatched(page))
    const phases: Phase[] = [{ name: `${size.answers} in a row`, loop: await loopDelay(app), watched }]
    // Opened in a small page: to find its buttons by their roles takes seconds in one of half a megabyte of answers.
    await newConversation(page)
    await watchLoop(app)
    const characters = size.fourSeconds * FOUR_TOKENS_PER_SECOND * CHARACTERS_IN_TOKEN
    server.setPace({ characters, tokensPerSecond: FOUR_TOKENS_PER_SECOND })
    await takeWatched(page)
    await fourAtOnce(page)
    const four = `four at once for ${size.fourSeconds} s`
    phases.push({ name: four, loop: await loopDelay(app), watched: await takeWatched(page) })
    return { samples, phases, afterFour: await sampleMemory(app, cdp), empty }
  } finally {
    await opened.end()
  }
}

async function emptyMegabytes(): Promise<number> {
  const userData = freshUserData()
  const { app } = await launchEmpty(userData.folder)
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  const { megabytes } = sampleProcesses(processId(app))
  await app.close()
  userData.remove()
  return megabytes
}

function reportOf({ samples, phases, afterFour, empty }: Loaded, size: Size): BenchReport {
  const { answers, warmUp, everyAnswers } = size
  const slope = (pick: (sample: MemorySample) => number) =>
    (slopeOf(samples.map(pick)) * PER_SLOPE) / everyAnswers
  const heaps = slope(({ mainHeap, pageHeap }) => mainHeap + pageHeap)
  const largest = Math.max(...[...samples, afterFour].map(({ total }) => total))
  const inRow = samples.map((sample, at) => [`after ${warmUp + at * everyAnswers}`, sample] as const)
  return {
    title: 'Memory: many long answers, and four at once',
    lines: [
      `${size === SIZES.long ? 'The long version' : 'The short version (`--long` runs 200 answers and four at once for ten minutes)'}: ${answers} answers of ${ANSWER / 1000} kB`,
      `at ${ROW_TOKENS_PER_SECOND} tokens/s, ${ANSWERS_IN_CONVERSATION} to a conversation, then four at once at ${FOUR_TOKENS_PER_SECOND} tokens/s each for ${size.fourSeconds} s.`,
      `Heaps after collection, all processes together by proportional set size. The empty window occupies ${Math.round(empty)} MB.`,
      `Growth of all processes: ${slope(({ total }) => total).toFixed(1)} MB per ${PER_SLOPE} answers (caches of the browser included).`,
      ...table(
        ['answers', 'heap of the main process, MB', 'heap of the page, MB', 'all processes, MB'],
        [...inRow, ['after four at once', afterFour] as const].map(([name, one]) => [
          name,
          ...[one.mainHeap, one.pageHeap, one.total].map((value) => value.toFixed(1)),
        ]),
      ),
      ...table(
        [
          'load',
          'event loop p99 ms',
          'worst ms',
          'longest task of the page ms',
          'longest time between frames ms',
        ],
        phases.map(({ name, loop, watched }) => [
          name,
          ...[loop.p99, loop.worst, watched.longestTask, watched.longestGap].map(Math.round),
        ]),
      ),
    ],
    aims: [
      atMost(`heaps grow, per ${PER_SLOPE} answers`, heaps, 1, 'MB', 2),
      atMost('all processes at most', largest, empty * 1.5 + 150, 'MB', 0),
      ...phases.flatMap(({ name, loop, watched }) => [
        atMost(`${name}: event loop of the main process, p99`, loop.p99, 20, 'ms'),
        atMost(`${name}: longest task of the page`, watched.longestTask, 100, 'ms', 0),
      ]),
    ],
  }
}
