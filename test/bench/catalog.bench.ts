import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { generateModels } from '../../electron/demo/era-catalog.ts'
import { startDemoProcess } from '../support/demo-process.ts'
import { freshUserData, launchApp, modelsShown } from '../support/electron-app.ts'
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

type Times = { filter: number[]; sort: number[] }

/** The table of models with 5,000 of them against a plain React table of the same rows, in one window and one run. */
export async function run(): Promise<void> {
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
    report(ours, await measure(page, PLAIN))
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
  return { filter, sort: await paintTimes(page, pressed) }
}

/** In the same window, with the app itself out of sight. */
async function mountPlainList(page: Page): Promise<void> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'plain-list.tsx'), formats: ['iife'], name: 'plainList' },
    },
  })
  const [bundle] = Array.isArray(built) ? built : []
  const code = bundle?.output[0].code
  if (code === undefined) throw new Error('the plain list was not built')
  await page.evaluate(code)
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

function report(ours: Times, plain: Times): void {
  const line = (name: string, values: readonly number[], aim: number | null) => {
    const middle = median(values)
    const cells = [middle, Math.max(...values)].map((ms) => ms.toFixed(1).padStart(9))
    const verdict = aim === null ? '' : `  ${middle <= aim ? 'met' : 'MISSED'} (at most ${aim.toFixed(1)})`
    return `${name.padEnd(34)}${cells.join('')}${verdict}`
  }
  console.log(`\n${MODELS} models: from an action to the frame that shows it, ms\n`)
  console.log(`${''.padEnd(34)}${'median'.padStart(9)}${'worst'.padStart(9)}`)
  console.log(line('filter keystroke, Tokenbook', ours.filter, FRAME_MS))
  console.log(line('filter keystroke, plain React', plain.filter, null))
  console.log(line('sort by name, Tokenbook', ours.sort, SORT_MS))
  console.log(line('sort by name, plain React', plain.sort, null))
}
