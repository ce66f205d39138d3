import type { Page } from 'playwright-core'
import { generateModels } from '../../electron/demo/era-catalog.ts'
import { startDemoProcess } from '../support/demo-process.ts'
import { freshUserData, launchApp, modelsShown } from '../support/electron-app.ts'
import { atMost, type BenchReport, table } from './bench-report.ts'
import { pageCode } from './page-code.ts'
import { type Action, paintTimes } from './painted.ts'
import { median } from './statistics.ts'

const MODELS = 5_000
const FRAME_MS = 1000 / 60
const SORT_MS = 50
/** Typed letter by letter and taken back again, as often as `ROUNDS`. */
const WORD = 'generated-0123'
const ROUNDS = 3
const SORTS = 12

const OURS = { field: '.search-field input', sort: '.model-table thead th:nth-child(2) button' }
const PLAIN = { field: '#plain-list input', sort: '#plain-list button' }

/** `frame`: of nothing at all, which is what waiting for a frame adds to the others. */
type Times = { filter: number[]; sort: number[]; frame: number[] }

/** The table of models with 5,000 of them against a plain React table of the same rows, in one window and one run. */
export async function run(): Promise<BenchReport> {
  const server = await startDemoProcess()
  const userData = freshUserData()
  await server.tell({ do: 'generate-models', count: MODELS })
  const running = await launchApp({
    userData: userData.folder,
    env: { XAI_BASE_URL: server.baseUrl, XAI_API_KEY: server.key },
  })
  try {
    const { page } = running
    await modelsShown(page)
    await page.waitForSelector(`table[aria-rowcount="${MODELS + 1}"]`)
    // What loads after the first row is not what is measured here.
    await page.waitForTimeout(1_000)
    const ours = await measure(page, OURS)
    await mountPlainList(page)
    return report(ours, await measure(page, PLAIN))
  } finally {
    await running.close()
    await server.stop()
    userData.remove()
  }
}

async function measure(page: Page, { field, sort }: typeof OURS): Promise<Times> {
  const letters = Array.from({ length: WORD.length }, (_, at) => WORD.slice(0, at + 1))
  const texts = Array.from({ length: ROUNDS }, () => [...letters, ...letters.toReversed(), '']).flat()
  const typed = texts.map((text): Action => ({ kind: 'type', field, text }))
  await paintTimes(page, typed.slice(0, letters.length * 2))
  const filter = await paintTimes(page, [...typed, { kind: 'type', field, text: '' }])
  const pressed = Array.from({ length: SORTS }, (): Action => ({ kind: 'press', button: sort }))
  const nothing = letters.map((): Action => ({ kind: 'press', button: '#nothing' }))
  return { filter, sort: await paintTimes(page, pressed), frame: await paintTimes(page, nothing) }
}

/** In the same window, with the app itself out of sight. */
async function mountPlainList(page: Page): Promise<void> {
  await page.evaluate(await pageCode('plain-list.tsx'))
  const rows = generateModels(MODELS).map(
    ({ id, aliases, created, contextLength, prices, inputModalities }) => [
      id,
      aliases.join(', '),
      inputModalities.join(', '),
      'text',
      contextLength.toLocaleString('en'),
      ...[prices.prompt, prices.cachedPrompt ?? 0, prices.completion].map((price) => `$${price / 10_000}`),
      'none',
      new Date(created * 1000).toDateString(),
      'yes',
    ],
  )
  await page.evaluate((all) => {
    const app = document.getElementById('root')
    if (app !== null) app.style.display = 'none'
    const place = document.createElement('div')
    place.id = 'plain-list'
    place.style.cssText = 'height: 100%; overflow: auto'
    document.body.append(place)
    const mount: unknown = Reflect.get(window, 'mountPlainList')
    if (typeof mount === 'function') mount(place, all)
  }, rows)
  await page.waitForFunction(
    (count) => document.querySelectorAll('#plain-list tbody tr').length === count,
    MODELS,
  )
}

function report(ours: Times, plain: Times): BenchReport {
  const row = (name: string, values: readonly number[]) => [
    name,
    ...[median(values), Math.max(...values)].map((ms) => ms.toFixed(1)),
    values.length,
  ]
  return {
    title: `Catalog: filtering and sorting ${MODELS} models`,
    lines: [
      'From an action to the frame that shows its outcome, against a plain React table of the same rows in the same window.',
      ...table(
        ['action', 'median ms', 'worst ms', 'times'],
        [
          row('filter keystroke, Tokenbook', ours.filter),
          row('filter keystroke, plain React', plain.filter),
          row('sort by name, Tokenbook', ours.sort),
          row('sort by name, plain React', plain.sort),
          row('nothing, Tokenbook', ours.frame),
        ],
      ),
    ],
    aims: [
      atMost('filter keystroke to its frame, median', median(ours.filter), FRAME_MS, 'ms'),
      atMost('sort to its frame, median', median(ours.sort), SORT_MS, 'ms'),
      atMost('filter as a ratio to plain React', median(ours.filter) / median(plain.filter), 0.2, '', 2),
    ],
  }
}
