import { whenIdle } from '../../../app/when-idle.ts'
import { type CodeRun, runsOf } from './code-runs.ts'

/** Longer code keeps one colour: reading it would hold the page up for longer than a frame or two. */
const LONGEST_CODE = 12_000
const MOST_KEPT = 200

type Highlighter = {
  registered: (name: string) => boolean
  highlight: (name: string, code: string) => unknown
}

let loading: Promise<Highlighter> | null = null
let before: Promise<unknown> = Promise.resolve()
const kept = new Map<string, readonly CodeRun[]>()

/** What is already known of this code, so that it is not drawn plain first when it comes into view again. */
export function knownRuns(language: string, code: string): readonly CodeRun[] | null {
  return kept.get(keyOf(language, code)) ?? null
}

/**
 * Colours finished code, one block in each quiet moment. `null` when the language is not known or the code is long.
 */
export function highlight(language: string, code: string): Promise<readonly CodeRun[] | null> {
  const known = knownRuns(language, code)
  if (known !== null || language === '' || code.length > LONGEST_CODE) return Promise.resolve(known)
  const next = before.then(async () => {
    loading ??= load()
    const highlighter = await loading
    await whenIdle()
    return knownRuns(language, code) ?? runsNow(highlighter, language.toLowerCase(), code)
  })
  before = next.catch(() => null)
  return next
}

function runsNow(highlighter: Highlighter, language: string, code: string): readonly CodeRun[] | null {
  if (!highlighter.registered(language)) return null
  const runs = runsOf(highlighter.highlight(language, code))
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '')
  kept.set(keyOf(language, code), runs)
  return runs
}

async function load(): Promise<Highlighter> {
  const { common, createLowlight } = await import('lowlight')
  return createLowlight(common)
}

function keyOf(language: string, code: string): string {
  return `${language.toLowerCase()}\n${code}`
}
