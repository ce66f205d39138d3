import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { definedOnly, launchHeld } from '../../scripts/launch-held.ts'
import { USUAL_KEY } from './demo-process.ts'
import { filesHolding, spellingsIn } from './secret-search.ts'
import { ENGLISH_SYSTEM, zoneAtNoon } from './system-settings.ts'

/** One for all starts of a test file: a day must not change between two of them. */
const TZ = zoneAtNoon(Date.now())

export type LaunchOptions = {
  /** A folder of its own for each test; kept over a restart by passing it again. */
  userData: string
  /** Added to a clean environment: no key, no base URL, no language and no time zone of whoever runs the tests. */
  env?: Readonly<Record<string, string>>
  args?: readonly string[]
}

/** The running app with its one window. `complaints` is what the page's policy or console objected to so far. */
export type RunningApp = {
  app: ElectronApplication
  page: Page
  complaints: string[]
  /** What the app wrote to standard output and standard error so far. */
  output(): string
  /** Throws when a key that was used is in a file or in the output (secrecy.test.ts searches everywhere else too). */
  close(): Promise<void>
}

/** A fresh folder for user data, and how to remove it. */
export function freshUserData(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'tokenbook-e2e-'))
  // A process of Chromium that outlives the app by a moment may still write into it.
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  return { folder, remove }
}

/** Starts the built app in a real Electron window and waits until its page is there. */
export async function launchApp({ userData, env = {}, args = [] }: LaunchOptions): Promise<RunningApp> {
  const { XAI_API_KEY: _key, XAI_BASE_URL: _url, ...inherited } = definedOnly(process.env)
  const app = await launchHeld({ userData, args, env: { ...inherited, ...ENGLISH_SYSTEM, TZ, ...env } })
  const written: Buffer[] = []
  for (const stream of [app.process().stdout, app.process().stderr])
    stream?.on('data', (data: Buffer) => void written.push(data))
  const complaints: string[] = []
  app.on('window', (page) => collectComplaints(page, complaints))
  const page = await app.firstWindow({ timeout: 60_000 })
  // Now and then a window on a virtual display draws no more than one frame a second for as long as it lives.
  page.setDefaultTimeout(30_000)
  await collectViolations(page, complaints)
  const output = (): string => Buffer.concat(written).toString('utf8')
  const close = async (): Promise<void> => {
    await app.close()
    for (const key of [USUAL_KEY, env['XAI_API_KEY']]) refuseTraces(key, userData, output())
  }
  return { app, page, complaints, output, close }
}

function refuseTraces(key: string | undefined, userData: string, output: string): void {
  if (key === undefined || key === '' || !existsSync(userData)) return
  const traces = [...filesHolding(userData, key), ...spellingsIn(output, key).map((how) => `output: ${how}`)]
  if (traces.length > 0) throw new Error(`the key was left behind in ${traces.join(', ')}`)
}

/** Waits until the app says what it is connected to, whatever view it came back to. */
export async function connectionShown(page: Page): Promise<void> {
  await page.waitForSelector('.connection-name')
}

/** Waits until the table of models can be used. */
export async function modelsShown(page: Page): Promise<void> {
  await page.waitForSelector('html[data-first-row="true"]', { timeout: 30_000 })
}

function collectComplaints(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    const text = message.text()
    // Chromium says "Refused to …" for each thing the content security policy or Trusted Types stopped.
    if (text.includes('Refused to') || text.includes('TrustedHTML') || text.includes('TrustedScript'))
      complaints.push(text)
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
}

/** Listens in the page itself as well, for this load and every later one. */
async function collectViolations(page: Page, complaints: string[]): Promise<void> {
  await page.exposeFunction('tokenbookTestViolation', (text: string) => void complaints.push(text))
  const listen = (): void => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, 'tokenbookTestViolation')
      if (typeof report === 'function') report(`${event.violatedDirective}: ${event.blockedURI}`)
    })
  }
  await page.addInitScript(listen)
  await page.evaluate(listen)
}
