import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attempt } from '../../../shared/contract/attempt.ts'
import type { AnswerLimits } from '../../../shared/contract/message.ts'
import type { NumberTerm } from '../../app/help/number-term.ts'
import { IdText } from '../../ui/id-text.tsx'
import { countText } from '../../ui/number-text.ts'
import { UnknownValue } from '../../ui/unknown-value.tsx'
import { answerSpeed } from './answer-speed.ts'
import { secondsText } from './live/seconds-text.ts'

type AttemptFactsProps = { attempt: Attempt; limits: AnswerLimits | null }

/** Which model was asked and which answered, how fast, and the id to quote to the provider. */
export function AttemptFacts({ attempt, limits }: AttemptFactsProps): ReactNode {
  const { t, i18n } = useTranslation('playground')
  const speed = answerSpeed(attempt)
  const limitsText = (known: AnswerLimits | null): string | null => {
    const count = (value: number) => countText(value, i18n.language)
    if (known === null) return null
    const parts = [
      known.remainingRequests === null
        ? null
        : t('facts.requestsLeft', { left: count(known.remainingRequests) }),
      known.remainingTokens === null ? null : t('facts.tokensLeft', { left: count(known.remainingTokens) }),
      known.remainingCredits === null ? null : t('facts.creditsLeft', { left: known.remainingCredits }),
    ].filter((part) => part !== null)
    return parts.length === 0 ? null : parts.join(' · ')
  }
  const oneDecimal = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  return (
    <fieldset aria-label={t('facts.label')}>
      <dl className="facts answer-facts">
        <Fact name={t('facts.asked')} value={<IdText>{attempt.askedModel}</IdText>} />
        <Fact
          name={t('facts.served')}
          value={attempt.servedModel === null ? null : <IdText>{attempt.servedModel}</IdText>}
          unknown={t('facts.noServed')}
        />
        <Fact
          name={t('facts.tier')}
          value={attempt.serviceTier === null ? null : <IdText>{attempt.serviceTier}</IdText>}
          unknown={t('facts.noTier')}
        />
        <Fact
          explain="first-token"
          name={t('facts.firstToken')}
          value={secondsText(attempt.firstTokenMs, i18n.language)}
          unknown={t('facts.noFirst')}
        />
        <Fact
          explain="duration"
          name={t('facts.duration')}
          value={secondsText(attempt.durationMs, i18n.language)}
          unknown={t('facts.notEnded')}
        />
        <Fact
          explain="answer-speed"
          name={t('facts.speed')}
          value={speed === null ? null : oneDecimal.format(speed)}
          unknown={t('facts.noSpeed')}
        />
        <Fact
          name={t('facts.request')}
          value={attempt.requestId === null ? null : <IdText>{attempt.requestId}</IdText>}
          unknown={t('facts.noRequest')}
        />
        <Fact
          explain="limits-left"
          name={t('facts.limits')}
          value={limitsText(limits)}
          unknown={t('facts.noLimits')}
        />
        <Fact name={t('facts.host')} value={<IdText>{attempt.host}</IdText>} />
      </dl>
    </fieldset>
  )
}

type FactProps = { explain?: NumberTerm; name: string; value: ReactNode; unknown?: string }

function Fact({ explain, name, value, unknown }: FactProps): ReactNode {
  return (
    <>
      <dt data-explain={explain}>{name}</dt>
      <dd>{value ?? <UnknownValue reason={unknown ?? ''} />}</dd>
    </>
  )
}
