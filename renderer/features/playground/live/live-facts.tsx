import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatUsd } from '../../../../shared/money/ticks.ts'
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
          name={t('live.firstToken')}
          value={secondsText(progress?.firstTokenMs ?? null, i18n.language) ?? unknown}
        />
        <Live name={t('live.speed')} value={speed === null ? unknown : oneDecimal.format(speed)} />
        <Live
          name={t('live.tokens')}
          value={tokens === null ? unknown : about(countText(tokens.count, i18n.language), tokens.exact)}
        />
        <Live
          name={t('live.cost')}
          value={cost === null ? unknown : about(formatUsd(cost.ticks), cost.exact)}
        />
      </dl>
    </fieldset>
  )
}

function Live({ name, value }: { name: string; value: string }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="num">{value}</dd>
    </div>
  )
}
