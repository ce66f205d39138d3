import type { Page } from 'playwright-core'
import { generateModels } from '../../electron/demo/era-catalog.ts'
import { startDemoProcess } from '../support/demo-process.ts'
import { freshUserData, launchApp, modelsShown } from '../support/electron-app.ts'
import { atMost, type BenchReport, table } from './bench-report.ts'
import { pageCode } from './page-code.ts'
import { type Action, paintTimes } from './painted.ts'
import { median } from './statistics.ts'

const MODELS = 4
const KEYSTROKES = 30
const STEP_MS = 50
const WORKLOAD = 'requests=777&prompt=123457&cached=3333&answer=77&reasoning=41t'
const PLAIN_FIELD = '#plain-costs input'

/** A workload that is typed and the costs that follow from it, against a plain React table in floating point. */
export async function run(): Promise<BenchReport> {
  const server = await startDemoProcess()
  const userData = freshUserData()
  await server.tell({ do: 'generate-models', count: MODELS })
  const env = { XAI_BASE_URL: server.baseUrl, XAI_API_KEY: server.key }
  const running = await launchApp({ userData: userData.folder, env })
  try {
    const { page } = running
    await modelsShown(page)
    const models = generateModels(MODELS)
    await page.evaluate(
      (hash) => {
        window.location.hash = hash
      },
      `#/compare?models=${models.map(({ id }) => id).join()}&${WORKLOAD}`,
    )
    await page.getByRole('table', { name: 'Workload cost' }).waitFor()
    await page.waitForTimeout(1_500)
    const field = await fieldOf(page)
    const ours = await typed(page, field)
    await page.evaluate(await pageCode('plain-costs.tsx'))
    await page.evaluate(
      (prices) => {
        const mount: unknown = Reflect.get(window, 'mountPlainCosts')
        if (typeof mount === 'function') mount(prices)
      },
      models.map(({ id, prices }) => ({ id, prompt: prices.prompt, completion: prices.completion })),
    )
    await page.waitForSelector(PLAIN_FIELD)
    return reportOf(ours, await typed(page, PLAIN_FIELD))
  } finally {
    await running.close()
    await server.stop()
    userData.remove()
  }
}

/** A selector for the field of prompt tokens: `paintTimes` looks for it inside the page. */
async function fieldOf(page: Page): Promise<string> {
  const field = page.locator('.count-input').nth(1)
  return `[id="${await field.getAttribute('id')}"]`
}

async function typed(page: Page, field: string): Promise<number[]> {
  const actions = Array.from(
    { length: KEYSTROKES },
    (_, at): Action => ({ kind: 'type', field, text: String(120_000 + at * 1_111) }),
  )
  return (await paintTimes(page, [...actions.slice(0, 3), ...actions])).slice(3)
}

function reportOf(ours: readonly number[], plain: readonly number[]): BenchReport {
  const row = (name: string, values: readonly number[]) => [
    name,
    ...[median(values), Math.max(...values)].map((ms) => ms.toFixed(1)),
    values.length,
  ]
  return {
    title: `Compare: ${MODELS} models while a workload is typed`,
    lines: [
      'From a change of the prompt tokens to the frame that shows it. Tokenbook renews exact costs in four periods, by',
      'class, both charts and the prices; the plain table is one React table with a sum in floating point for each model.',
      ...table(
        ['view', 'median ms', 'worst ms', 'changes'],
        [row('Tokenbook', ours), row('plain React table', plain)],
      ),
    ],
    aims: [
      atMost('change to its frame, median', median(ours), STEP_MS, 'ms'),
      atMost('change to its frame, worst', Math.max(...ours), 100, 'ms'),
    ],
  }
}
