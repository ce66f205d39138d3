import { join } from 'node:path'
import { _electron, type ElectronApplication, errors } from 'playwright-core'
import { electronArguments } from './electron-arguments.ts'
import { electronRuntime } from './electron-runtime.ts'
import { projectFolder } from './project-folder.ts'

export type HeldLaunch = {
  /** `null`: where the app keeps its data by itself. */
  userData: string | null
  args?: readonly string[]
  /** The whole environment; that of this process when left out. */
  env?: Readonly<Record<string, string>>
}

/** An idle computer needs two seconds; one that is busy with other things gets the second limit. */
const FIRST_LIMIT_MS = 30_000
const SECOND_LIMIT_MS = 60_000

/**
 * Starts the built app under Playwright, which has attached before the app opens its window. Were the window opened in
 * that very moment, Playwright could be told of the empty document that every window begins with and miss that the page
 * took its place: it would wait for that page for ever (CRPage._initialize, firstNonInitialNavigationCommitted).
 */
export async function launchHeld({ userData, args = [], env }: HeldLaunch): Promise<ElectronApplication> {
  const { executable } = await electronRuntime()
  return await onceMoreWhenLate((timeout) =>
    _electron.launch({
      executablePath: executable,
      args: [join(import.meta.dirname, 'held-start'), ...electronArguments(userData), ...args],
      cwd: projectFolder,
      env: { ...(env ?? definedOnly(process.env)), TOKENBOOK_HELD_START: '1' },
      timeout,
    }),
  )
}

/**
 * A launch that Playwright gave up waiting for, and whose process it has ended, is repeated once and told of. Whatever
 * else goes wrong is an error at once: an app that ends or fails by itself must fail its test.
 */
export async function onceMoreWhenLate<App>(
  launch: (timeout: number) => Promise<App>,
  tell: (words: string) => void = console.error,
): Promise<App> {
  try {
    return await launch(FIRST_LIMIT_MS)
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error
    tell(`launched once more: ${error.message}`)
    return await launch(SECOND_LIMIT_MS)
  }
}

/** The environment without what is not set, as Playwright wants it. */
export function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  const entries = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return Object.fromEntries(entries)
}
