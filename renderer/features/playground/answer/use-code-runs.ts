import { useEffect, useState } from 'react'
import type { CodeRun } from './code-runs.ts'
import { highlight, knownRuns } from './highlighter.ts'

type Coloured = { language: string; text: string; runs: readonly CodeRun[] | null }

/** The colours of code, or `null` while it grows, while they are being found, and when there are none. */
export function useCodeRuns(language: string, text: string, finished: boolean): readonly CodeRun[] | null {
  const [found, setFound] = useState<Coloured | null>(null)
  useEffect(() => {
    if (!finished || knownRuns(language, text) !== null) return
    let gone = false
    highlight(language, text).then(
      (runs) => {
        if (!gone) setFound({ language, text, runs })
      },
      // Without the highlighter code stays readable in one colour.
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [language, text, finished])
  if (!finished) return null
  return found?.text === text && found.language === language ? found.runs : knownRuns(language, text)
}
