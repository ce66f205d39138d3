import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { electronArguments } from '../../scripts/electron-arguments.ts'
import { onceMoreWhenLate } from '../../scripts/launch-held.ts'

export type PackagedApp = {
  page: Page
  /** What the app wrote to its standard error so far. */
  said(): string
  /** Ends the app as a signal would and resolves with its exit code. */
  close(): Promise<number | null>
  /** Waits until the app has ended and started itself again, and is there for what started. */
  restarted(): Promise<RestartedApp>
}

/** Started by the app and not by us: neither its words nor its exit code come to us. */
type RestartedApp = { page: Page; close(): Promise<void> }

type Start = { executable: string; userData: string; args?: readonly string[]; env?: Record<string, string> }

/** A first start from a slow disk; an idle computer needs two seconds. */
const LONGEST_START_MS = 90_000

/**
 * Starts a package as it is given to users. Playwright's own launcher needs Node's inspector, which the fuses turn off;
 * the page is reached by Chromium's debugging port instead, so no build with a fuse left on is needed.
 */
export async function startPackaged({
  executable,
  userData,
  args = [],
  env = {},
}: Start): Promise<PackagedApp> {
  const { XAI_API_KEY: _key, XAI_BASE_URL: _url, ...inherited } = process.env
  const child = spawn(executable, [...electronArguments(userData), '--remote-debugging-port=0', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...inherited, ...env },
  })
  let said = ''
  child.stderr.on('data', (data: Buffer) => {
    said += data.toString()
  })
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const browser = await connect(child, () => said)
  const first = portFile(userData)
  return {
    page: pageOf(browser),
    said: () => said,
    async close() {
      await browser.close()
      child.kill('SIGTERM')
      return exited
    },
    async restarted() {
      await exited
      await browser.close()
      return await connectAgain(userData, first)
    },
  }
}

function pageOf(browser: Browser): Page {
  const page = browser.contexts()[0]?.pages()[0]
  if (page === undefined) throw new Error('the package opened no window')
  page.setDefaultTimeout(30_000)
  return page
}

/** What Chromium leaves in the profile: the port it listens on, and below it the path. */
function portFile(userData: string): string {
  try {
    return readFileSync(join(userData, 'DevToolsActivePort'), 'utf8')
  } catch {
    return ''
  }
}

async function connectAgain(userData: string, before: string): Promise<RestartedApp> {
  const deadline = Date.now() + LONGEST_START_MS
  const written = () => /^(\d+)\n(\S+)/.exec(portFile(userData))
  await until(() => portFile(userData) !== before && written() !== null, deadline)
  const [, port = '', path = ''] = written() ?? []
  const browser = await connected(`ws://127.0.0.1:${port}${path}`, deadline)
  // The lock of the profile is a link that names the computer and the process.
  const pid = Number(readlinkSync(join(userData, 'SingletonLock')).split('-').at(-1))
  return {
    page: pageOf(browser),
    async close() {
      await browser.close()
      process.kill(pid, 'SIGTERM')
      await until(() => !isRunning(pid), Date.now() + LONGEST_START_MS)
    },
  }
}

/** One that has ended and that nobody has asked about is still in the list, without its command. */
function isRunning(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== ''
  } catch {
    return false
  }
}

async function until(isSo: () => boolean, deadline: number): Promise<void> {
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error('the package did not start again, or did not end')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function connect(child: ChildProcess, said: () => string): Promise<Browser> {
  const deadline = Date.now() + LONGEST_START_MS
  while (Date.now() < deadline && child.exitCode === null) {
    const address = /DevTools listening on (ws:\S+)/.exec(said())?.[1]
    if (address !== undefined) return await connected(address, deadline)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  child.kill('SIGKILL')
  throw new Error(`the package did not start: ${said().slice(-2000)}`)
}

/**
 * Resolves when there is a page to look at: the port is open before the window is. A package cannot be held until
 * Playwright has attached (launch-held.ts says why it should be); a second attempt finds the page loaded.
 */
async function connected(address: string, deadline: number): Promise<Browser> {
  const browser = await onceMoreWhenLate((timeout) =>
    chromium.connectOverCDP(address, { noDefaults: true, timeout }),
  )
  const context = browser.contexts()[0]
  while ((context?.pages().length ?? 0) === 0 && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return browser
}
