import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatUsd } from '../../../../shared/money/ticks.ts'
import type { NumberTerm } from '../../../app/help/number-term.ts'
import { SecondAmount } from '../../../app/spend/second-amount.tsx'
import { countText } from '../../../ui/number-text.ts'
import type { LiveProgress } from '../use-conversation.ts'
import { secondsText } from './seconds-text.ts'

/** How the answer goes right now. Its place is kept from the start, so that nothing moves when the first number comes. */
export function LiveFacts({ progress }: { progress: LiveProgress['progress'] | null }): ReactNode {
  const { t, i18n } = useTranslation(['playground', 'ui'])
  const unknown = t('ui:unknown')
  const speed = progress?.tokensPerSecond ?? null
  const tokens = progress?.tokens ?? null
  const cost = progress?.cost ?? null
  const oneDecimal = new Intl.NumberFormat(i18n.language, {
    maximumFractionDigits: 1,
    minimumFractionDigits: 1,
  })
  const about = (text: string, exact: boolean) => (exact ? text : t('live.about', { text }))
  return (
    <fieldset className="live-facts" aria-label={t('live.label')}>
      <dl>
        <Live
          explain="first-token"
          name={t('live.firstToken')}
          value={secondsText(progress?.firstTokenMs ?? null, i18n.language) ?? unknown}
        />
        <Live
          explain="answer-speed"
          name={t('live.speed')}
          value={speed === null ? unknown : oneDecimal.format(speed)}
        />
        <Live
          explain="live-tokens"
          name={t('live.tokens')}
          value={tokens === null ? unknown : about(countText(tokens.count, i18n.language), tokens.exact)}
        />
        <Live
          explain="running-cost"
          name={t('live.cost')}
          value={cost === null ? unknown : about(formatUsd(cost.ticks), cost.exact)}
          second={<SecondAmount ticks={cost?.ticks ?? null} />}
        />
      </dl>
    </fieldset>
  )
}

type LiveProps = { explain: NumberTerm; name: string; value: string; second?: ReactNode }

function Live({ explain, name, value, second }: LiveProps): ReactNode {
  return (
    <div>
      <dt data-explain={explain}>{name}</dt>
      <dd className="num">
        {value}
        {second}
      </dd>
    </div>
  )
}
