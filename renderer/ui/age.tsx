import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { relativeAge } from './relative-age.ts'
import { exactTime } from './time-text.ts'

const REFRESH_MS = 15_000

function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), REFRESH_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** How long ago `at` (UTC ms) was; the exact time in the title. */
export function Age({ at }: { at: number }): ReactNode {
  const now = useNow()
  const { i18n } = useTranslation()
  return (
    <time className="age" dateTime={new Date(at).toISOString()} title={exactTime(at, i18n.language)}>
      {relativeAge(at, Math.max(now, at), i18n.language)}
    </time>
  )
}
