import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerTotals } from '../../../../shared/ledger/ledger-totals.ts'
import { amountText, usdText } from '../../../app/spend/usd-text.ts'
import { DemoMark } from '../../../ui/demo-mark.tsx'
import { countText } from '../../../ui/number-text.ts'
import { UnknownValue } from '../../../ui/unknown-value.tsx'
import { requestsIn } from '../charts/draw-spend.ts'

/** What the period cost: billed beside computed; confirmed, estimated and unknown apart. */
export function TotalsPanel({ totals, demo }: { totals: LedgerTotals; demo: boolean }): ReactNode {
  const { t } = useTranslation('usage')
  return (
    <section className="usage-totals" aria-label={t('totals.label')}>
      <Main totals={totals} demo={demo} />
      <Bill totals={totals} />
      <Parts totals={totals} />
      <Tokens totals={totals} />
    </section>
  )
}

function Main({ totals, demo }: { totals: LedgerTotals; demo: boolean }): ReactNode {
  const { t, i18n } = useTranslation('usage')
  const { requests } = totals
  const spent = amountText(totals.spent, !totals.atLeast, (amount) => t('totals.atLeast', { amount }))
  return (
    <div className="usage-total-main" data-explain="spent">
      <p className="quiet">
        {t('totals.spent')} {demo && <DemoMark />}
      </p>
      <p className="usage-sum" data-total="spent">
        {spent ?? <UnknownValue reason={t('requests.why.unknown-cost')} />}
      </p>
      <p className="quiet" data-explain="request-count">
        {t('totals.requests', {
          count: requestsIn(totals),
          shown: countText(requestsIn(totals), i18n.language),
        })}
        {requests.rejected > 0 && ` · ${t('totals.rejected', { count: requests.rejected })}`}
      </p>
    </div>
  )
}

function Bill({ totals }: { totals: LedgerTotals }): ReactNode {
  const { t, i18n } = useTranslation('usage')
  const number = (count: number) => countText(count, i18n.language)
  const { billed, billedRequests, computed, computedRequests, difference, differing } = totals
  return (
    <dl className="usage-facts">
      <dt data-explain="billed-sum">{t('totals.billed')}</dt>
      <dd>
        {billedRequests === 0 ? <UnknownValue reason={t('totals.noBill')} /> : usdText(billed)}
        <span className="quiet">
          {' '}
          {t('totals.of', { count: billedRequests, shown: number(billedRequests) })}
        </span>
      </dd>
      <dt data-explain="computed-sum">{t('totals.computed')}</dt>
      <dd>
        {computedRequests === 0 ? <UnknownValue reason={t('totals.noPrice')} /> : usdText(computed)}
        <span className="quiet">
          {' '}
          {t('totals.of', { count: computedRequests, shown: number(computedRequests) })}
        </span>
      </dd>
      <dt data-explain="difference-sum">{t('totals.difference')}</dt>
      <dd>
        {usdText(difference)}
        <span className="quiet">
          {' '}
          {t('totals.differing', { count: differing, shown: number(differing) })}
        </span>
      </dd>
    </dl>
  )
}

/** The three add up to what was spent. */
function Parts({ totals }: { totals: LedgerTotals }): ReactNode {
  const { t, i18n } = useTranslation('usage')
  const { requests, unpriced } = totals
  const part = (name: 'confirmed' | 'estimated' | 'unknown', amount: bigint, count: number) => (
    <>
      <dt data-explain={`${name}-part`}>{t(`totals.${name}`)}</dt>
      <dd>
        {usdText(amount)}
        <span className="quiet"> {t('totals.of', { count, shown: countText(count, i18n.language) })}</span>
      </dd>
    </>
  )
  return (
    <dl className="usage-facts">
      {part('confirmed', totals.confirmed, requests.final + requests.rejected)}
      {part('estimated', totals.estimated, requests.estimated)}
      {part('unknown', totals.unconfirmed, requests.unknown)}
      {unpriced > 0 && (
        <dd className="warn usage-note">
          {t('totals.unpriced', { count: unpriced, shown: countText(unpriced, i18n.language) })}
        </dd>
      )}
    </dl>
  )
}

function Tokens({ totals: { tokens } }: { totals: LedgerTotals }): ReactNode {
  const { t, i18n } = useTranslation('usage')
  const names = ['prompt', 'cached', 'answer', 'reasoning'] as const
  return (
    <dl className="usage-facts">
      {names.map((name) => (
        <div key={name} className="usage-fact">
          <dt data-explain="token-sum">{t(`totals.tokens.${name}`)}</dt>
          <dd>{countText(tokens[name], i18n.language)}</dd>
        </div>
      ))}
    </dl>
  )
}
