import { join } from 'node:path'
import { _electron } from 'playwright-core'
import { electronArguments } from '../../scripts/electron-arguments.ts'
import { type ElectronRuntime, electronRuntime } from '../../scripts/electron-runtime.ts'
import { projectFolder } from '../../scripts/project-folder.ts'
import { freshUserData } from '../support/electron-app.ts'
import { atMost, type BenchReport } from './bench-report.ts'
import { comparison, median } from './statistics.ts'

const RUNS = 10
const AIM = 1.6

type Program = { folder: string; mark: string; userData: string }

/**
 * From spawning the process to the first row that can be used, against an empty window that shows one line of text.
 * Both are started in turn in one run, so that a busy computer slows both; the first start of each is not counted.
 */
export async function run(): Promise<BenchReport> {
  const runtime = await electronRuntime()
  const [emptyData, ourData] = [freshUserData(), freshUserData()]
  const empty = {
    folder: join(import.meta.dirname, 'empty-window'),
    mark: 'empty:painted',
    userData: emptyData.folder,
  }
  const ours = { folder: projectFolder, mark: 'tokenbook:first-row', userData: ourData.folder }
  const first = await startOnce(runtime, ours)
  await startOnce(runtime, empty)
  const times: { empty: number[]; ours: number[] } = { empty: [], ours: [] }
  for (let turn = 0; turn < RUNS; turn += 1) {
    times.empty.push(await startOnce(runtime, empty))
    times.ours.push(await startOnce(runtime, ours))
  }
  emptyData.remove()
  ourData.remove()
  return {
    title: 'Start: from spawning the process to the first row that can be used',
    lines: [
      `Electron ${runtime.version}; the list is read from disk. Each is started in turn, ${RUNS} times, the first start`,
      `of each left out. The very first start, with nothing on disk: ${Math.round(first)} ms.`,
      '',
      comparison([
        { name: 'empty window', values: times.empty },
        { name: 'Tokenbook', values: times.ours },
      ]),
    ],
    aims: [atMost('ratio to the empty window', median(times.ours) / median(times.empty), AIM, '', 2)],
  }
}

/** ms from just before the process is spawned to the mark, both on the wall clock of this computer. */
async function startOnce(runtime: ElectronRuntime, { folder, mark, userData }: Program): Promise<number> {
  const spawnedAt = Date.now()
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [folder, ...electronArguments(userData)],
    cwd: projectFolder,
  })
  try {
    const page = await app.firstWindow()
    await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark, { polling: 10 })
    const markedAt = await page.evaluate(
      (name) => performance.timeOrigin + (performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN),
      mark,
    )
    return markedAt - spawnedAt
  } finally {
    await app.close()
  }
}
