import type { ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { RepricedPeriod } from '../../../../shared/ledger/what-if-schema.ts'
import { amountText, usdText } from '../../../app/spend/usd-text.ts'
import { DemoMark } from '../../../ui/demo-mark.tsx'
import { countText } from '../../../ui/number-text.ts'
import { UnknownValue } from '../../../ui/unknown-value.tsx'

/** Both sums to the tick, and what lies between them. */
export function RepricedResult({ result, demo }: { result: RepricedPeriod; demo: boolean }): ReactNode {
  const { t, i18n } = useTranslation('usage')
  const { actual, instead, difference, percent, complete } = result
  const atLeast = (amount: string) => t('totals.atLeast', { amount })
  const sign = difference > 0n ? '+' : ''
  const change = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2, signDisplay: 'exceptZero' })
  const counts = ['requests', 'leftOut', 'longContext'] as const
  return (
    <section aria-label={t('whatIf.result')} aria-live="polite" data-explain="what-if">
      <h3>
        {t('whatIf.result')} {demo && <DemoMark />}
      </h3>
      <dl className="facts usage-result">
        <dt>{t('whatIf.actual')}</dt>
        <dd>{usdText(actual)}</dd>
        <dt>{t('whatIf.instead')}</dt>
        <dd>
          {amountText(instead, complete, atLeast) ?? <UnknownValue reason={t('requests.why.no-price')} />}
        </dd>
        <dt>{t('whatIf.difference')}</dt>
        <dd>
          <Trans
            t={t}
            i18nKey="whatIf.change"
            values={{
              amount: `${sign}${usdText(difference)}`,
              ticks: `${sign}${difference.toLocaleString(i18n.language)}`,
            }}
            components={{
              percent:
                percent === null ? (
                  <UnknownValue reason={t('whatIf.nothingSpent')} />
                ) : (
                  <span>{t('whatIf.percent', { percent: change.format(percent) })}</span>
                ),
            }}
          />
        </dd>
        {counts.map((name) => (
          <div key={name} className="usage-fact">
            <dt>{t(`whatIf.${name}`)}</dt>
            <dd>{countText(result[name], i18n.language)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
