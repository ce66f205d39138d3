import type { BrowserWindow } from 'electron'
import type { NativeWordId } from '../../shared/desktop/native-words.ts'
import { notify } from './notify.ts'

/** Shorter answers are there before anybody has turned to something else (ms). */
const LONG_MS = 10_000

export type AnswerEnd = { durationMs: number; isWhole: boolean }

/**
 * Tells that a long answer has ended while another window was in front. Nothing of the answer is in it: systems keep
 * what they notify of. `words` is `null` before the page has said any.
 */
export function createAnswerNotifier(
  window: () => BrowserWindow | null,
  isWanted: () => boolean,
  words: () => Readonly<Record<NativeWordId, string>> | null,
): (end: AnswerEnd) => void {
  return ({ durationMs, isWhole }) => {
    const said = words()
    if (said === null || durationMs < LONG_MS || !isWanted() || isInFront(window())) return
    notify(window, {
      title: said[isWhole ? 'answered-title' : 'failed-title'],
      body: said[isWhole ? 'answered-body' : 'failed-body'],
    })
  }
}

function isInFront(window: BrowserWindow | null): boolean {
  return window?.isVisible() === true && !window.isMinimized() && window.isFocused()
}
