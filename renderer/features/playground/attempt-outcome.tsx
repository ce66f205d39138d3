import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Protocol } from '../../../shared/chat/protocol.ts'
import type { Attempt } from '../../../shared/contract/attempt.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { askedOf } from './asked-of.ts'
import { finishWords } from './finish-reason.ts'
import { WaitingWords } from './waiting-words.tsx'

type AttemptOutcomeProps = {
  attempt: Attempt
  /** What it was asked with, as far as that is known, so that a refusal leads to the missing permission. */
  protocol: Protocol
  onRetry: (() => void) | null
}

/** How an answer stands or how it ended, in words, with the way on. */
export function AttemptOutcome({ attempt, protocol, onRetry }: AttemptOutcomeProps): ReactNode {
  const { t } = useTranslation('playground')
  const { state } = attempt
  switch (state.kind) {
    case 'pending':
      return (
        <p className="quiet outcome">
          <WaitingWords attempt={attempt} />
        </p>
      )
    case 'streaming':
      return <p className="quiet outcome">{t('state.streaming')}</p>
    case 'complete':
      return <FinishWords reason={state.finishReason} />
    case 'stopped':
    case 'unknown':
      return (
        <div className="outcome">
          <p className="quiet">{t(`state.${state.kind}`)}</p>
          <Again onRetry={onRetry} />
        </div>
      )
    case 'cut-off':
      return (
        <FailureNotice
          failure={state.failure}
          asked={askedOf({ protocol, model: attempt.askedModel })}
          kept={t('state.cutOff')}
          {...retryOf(onRetry)}
        />
      )
    case 'failed':
      return (
        <FailureNotice
          failure={state.failure}
          asked={askedOf({ protocol, model: attempt.askedModel })}
          {...retryOf(onRetry)}
        />
      )
    default:
      return assertNever(state)
  }
}

function retryOf(onRetry: (() => void) | null): { onRetry?: () => void } {
  return onRetry === null ? {} : { onRetry }
}

function FinishWords({ reason }: { reason: string | null }): ReactNode {
  const { t } = useTranslation('playground')
  return <p className="quiet outcome">{t(`finish.${finishWords(reason)}`, { reason: reason ?? '' })}</p>
}

function Again({ onRetry }: { onRetry: (() => void) | null }): ReactNode {
  const { t } = useTranslation('ui')
  if (onRetry === null) return null
  return (
    <Button size="compact-sm" variant="default" onClick={onRetry}>
      {t('tryAgain')}
    </Button>
  )
}
