import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Attempt } from '../../../shared/contract/attempt.ts'
import { waitText } from '../../ui/time-text.ts'
import { waitingOf } from './waiting.ts'

const TICK_MS = 1_000

/** What is going on while nothing has come: the countdown to the next try, or how long it has been. */
export function WaitingWords({ attempt }: { attempt: Attempt }): ReactNode {
  const { t, i18n } = useTranslation(['playground', 'failure'])
  const waiting = waitingOf(attempt, useNow())
  switch (waiting.kind) {
    case 'first-word':
      return t('state.pending')
    case 'long':
      return t('state.noAnswerYet', { time: waitText(waiting.ms, i18n.language) })
    case 'next-try': {
      const { failure, leftMs, next, most } = waiting
      const reason = t(`failure:${failure.code}.title`)
      return t('state.nextTry', { reason, wait: waitText(leftMs, i18n.language), next, most })
    }
    case 'trying-again': {
      const { failure, next, most } = waiting
      return t('state.tryingAgain', { reason: t(`failure:${failure.code}.title`), next, most })
    }
    default:
      return assertNever(waiting)
  }
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
