import type { ElectronApplication, Page } from 'playwright-core'
import { startDemoProcess } from '../support/demo-process.ts'
import { freshUserData, launchApp } from '../support/electron-app.ts'
import { openView } from '../support/page-actions.ts'
import { atMost, type BenchReport, table } from './bench-report.ts'
import { pageCode } from './page-code.ts'
import { type Watched, watch, watchMessages, watchTasks } from './page-watch.ts'
import { median } from './statistics.ts'

const CHARACTERS = 1_000_000
const LATE_FRAME_MS = 25

type Measured = Watched & { name: string; tokens: number; megabytes: number }

/** The tokens of 1 MB of text: the app's list, plain React spans, and tiktokenizer's way, in one window and one run. */
export async function run(): Promise<BenchReport> {
  const server = await startDemoProcess()
  const userData = freshUserData()
  const running = await launchApp({
    userData: userData.folder,
    env: { XAI_BASE_URL: server.baseUrl, XAI_API_KEY: server.key },
  })
  const { app, page } = running
  try {
    page.setDefaultTimeout(600_000)
    const text = longText()
    const ours = await measureApp(app, page, text)
    const tokens = text.match(/ ?[\p{L}\d]+|\s|\S/gu)?.slice(0, ours.tokens) ?? []
    await page.evaluate(await pageCode('token-peers.tsx'))
    const peers: Measured[] = []
    for (const name of ['plain', 'tiktokenizer'] as const)
      peers.push(await measurePeer(app, page, name, tokens))
    return report(ours, peers)
  } finally {
    await running.close()
    await server.stop()
    userData.remove()
  }
}

/** Words of such a length that the demo's tokenizer makes about 200,000 tokens of it. */
function longText(): string {
  const words = 'every price here worth while some notes about token sizes they count with words né 42'.split(
    ' ',
  )
  let text = ''
  for (let line = 0; text.length < CHARACTERS; line += 1) {
    const from = line % words.length
    text += `${[...words.slice(from), ...words.slice(0, from)].join(' ')}${line % 7 === 0 ? ` ${line}` : ''}.\n`
  }
  return text.slice(0, CHARACTERS)
}

async function measureApp(app: ElectronApplication, page: Page, text: string): Promise<Measured> {
  await watchMessages(page)
  await openView(page, 'Tokenizer')
  const field = page.getByRole('textbox', { name: 'Text' })
  await field.fill('a first text')
  const chip = page.getByRole('listbox').getByRole('option').first()
  await chip.waitFor()
  const idle = await pageMegabytes(app)
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), text)
  await field.selectText()
  await watchTasks(page)
  await page.keyboard.press('ControlOrMeta+V')
  const answerAt = await page.waitForFunction(() => Reflect.get(window, 'largeMessageAt'))
  const watched = await watch(page, Number(await answerAt.jsonValue()), '[data-token="60"]', '.token-list')
  const tokens = Number(await page.getByRole('listbox').getAttribute('data-tokens'))
  return { name: 'Tokenbook', tokens, ...watched, megabytes: (await pageMegabytes(app)) - idle }
}

async function measurePeer(
  app: ElectronApplication,
  page: Page,
  name: string,
  tokens: readonly string[],
): Promise<Measured> {
  await page.evaluate((list) => Reflect.set(window, 'peerTokens', list), [...tokens])
  const idle = await pageMegabytes(app)
  await watchTasks(page)
  const from = await page.evaluate((name) => {
    const show: unknown = Reflect.get(window, 'showTokenPeer')
    if (typeof show === 'function') show(name, Reflect.get(window, 'peerTokens'))
    return performance.now()
  }, name)
  const watched = await watch(page, from, '#token-peer span', '#token-peer')
  const megabytes = (await pageMegabytes(app)) - idle
  await page.evaluate(() => {
    const remove: unknown = Reflect.get(window, 'removeTokenPeer')
    if (typeof remove === 'function') remove()
  })
  return { name, tokens: tokens.length, ...watched, megabytes }
}

/** Working set of the page's process. */
async function pageMegabytes(app: ElectronApplication): Promise<number> {
  const metrics = await app.evaluate(({ app }) => app.getAppMetrics())
  const tabs = metrics.filter(({ type }) => type === 'Tab').map(({ memory }) => memory.workingSetSize)
  return Math.round(Math.max(0, ...tabs) / 1024)
}

function report(ours: Measured, peers: readonly Measured[]): BenchReport {
  const cells = [ours, ...peers].map((row) => [
    row.name,
    row.tokens,
    Math.round(row.firstPaint),
    row.longestTask === 0 ? 'under 50' : Math.round(row.longestTask),
    framesText(row.scrolled),
    framesText(row.jumped),
    row.megabytes,
  ])
  const plain = peers.find(({ name }) => name === 'plain')
  return {
    title: `Tokenizer: the tokens of ${CHARACTERS / 1_000_000} MB of text`,
    lines: [
      'Our list, plain React spans, and the way of tiktokenizer in the same window. First paint: from the answer of the',
      'server, to the paint of the first tokens.',
      ...table(
        ['view', 'tokens', 'first paint ms', 'longest task ms', 'scrolling', 'jumping', 'MB above idle'],
        cells,
      ),
    ],
    aims: [
      atMost('first paint', ours.firstPaint, 200, 'ms', 0),
      atMost('longest task', ours.longestTask, 50, 'ms', 0),
      atMost('frame while scrolling, median', median(ours.scrolled), LATE_FRAME_MS, 'ms'),
      atMost(
        'first paint as a ratio to plain spans',
        ours.firstPaint / (plain?.firstPaint ?? NaN),
        0.1,
        '',
        3,
      ),
    ],
  }
}

function framesText(frames: readonly number[]): string {
  const late = frames.filter((ms) => ms > LATE_FRAME_MS).length
  return `${median(frames).toFixed(1)} ms, ${late} of ${frames.length} late`
}
