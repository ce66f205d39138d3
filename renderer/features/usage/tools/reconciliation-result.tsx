import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerPeriod } from '../../../../shared/ledger/ledger-query.ts'
import type { Reconciliation } from '../../../../shared/ledger/reconciliation-schema.ts'
import { usdText } from '../../../app/spend/usd-text.ts'
import { countText } from '../../../ui/number-text.ts'
import { dayText } from '../day-text.ts'

/** Lines that are put into the page; the sums above count them all. */
const MOST_LINES = 500

/** The verdict in words, both sums, the likely reasons, and the same for each day and model. */
export function ReconciliationResult({ result }: { result: Reconciliation }): ReactNode {
  const { t } = useTranslation('usage')
  const { verdict, reasons } = result
  return (
    <section
      className="usage-verdict"
      aria-label={t('reconcile.result')}
      aria-live="polite"
      data-explain="reconciliation"
    >
      <h3>{t('reconcile.result')}</h3>
      <p className={verdict === 'matched' ? undefined : 'warn'} data-verdict={verdict}>
        <strong>{t(`reconcile.verdicts.${verdict}`)}.</strong> {t(`reconcile.verdictWords.${verdict}`)}
      </p>
      <Sums result={result} />
      {reasons.length > 0 && (
        <>
          <h3>{t('reconcile.reasons')}</h3>
          <ol className="usage-reasons">
            {reasons.map((reason) => (
              <li key={reason}>{t(`reconcile.reason.${reason}`)}</li>
            ))}
          </ol>
        </>
      )}
      {result.lines.length > 0 && <Lines lines={result.lines} />}
    </section>
  )
}

function Sums({ result }: { result: Reconciliation }): ReactNode {
  const { t, i18n } = useTranslation('usage')
  const { provider, ours, difference, tolerance, unknown, estimated, period, read } = result
  return (
    <dl className="facts usage-result">
      <dt>{t('reconcile.period')}</dt>
      <dd>
        {periodText(period, i18n.language, t('period.names.all'))}
        <span className="quiet"> · {t(`reconcile.read.${read}`)}</span>
      </dd>
      <dt>{t('reconcile.provider')}</dt>
      <dd>{usdText(provider)}</dd>
      <dt>{t('reconcile.ours')}</dt>
      <dd>{usdText(ours)}</dd>
      <dt>{t('reconcile.difference')}</dt>
      <dd>
        {difference > 0n ? '+' : ''}
        {usdText(difference)}
      </dd>
      <dt>{t('reconcile.tolerance')}</dt>
      <dd>{usdText(tolerance)}</dd>
      <dt>{t('reconcile.unknown')}</dt>
      <dd>{countText(unknown, i18n.language)}</dd>
      <dt>{t('reconcile.estimated')}</dt>
      <dd>{countText(estimated, i18n.language)}</dd>
    </dl>
  )
}

function periodText({ from, to }: LedgerPeriod, locale: string, all: string): string {
  if (from === null && to === null) return all
  return [from, to].map((day) => (day === null ? '…' : dayText(day, locale))).join(' – ')
}

function Lines({ lines }: { lines: Reconciliation['lines'] }): ReactNode {
  const { t } = useTranslation('usage')
  const amounts = ['provider', 'ours', 'difference'] as const
  return (
    <>
      <h3>{t('reconcile.lines')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard */}
      <section className="usage-table-frame" aria-label={t('reconcile.lines')} tabIndex={0}>
        <table className="usage-table" aria-label={t('reconcile.lines')}>
          <thead>
            <tr>
              <th scope="col">{t('reconcile.day')}</th>
              <th scope="col">{t('reconcile.model')}</th>
              {amounts.map((name) => (
                <th key={name} scope="col" className="num">
                  {t(`reconcile.${name}`)}
                </th>
              ))}
              <th scope="col">{t('reconcile.verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, MOST_LINES).map((line) => (
              <tr key={`${line.day} ${line.model}`}>
                <th scope="row">{line.day ?? t('reconcile.anyDay')}</th>
                <td>{line.model ?? t('reconcile.anyModel')}</td>
                {amounts.map((name) => (
                  <td key={name} className="num">
                    {usdText(line[name])}
                  </td>
                ))}
                <td className={line.verdict === 'matched' ? undefined : 'warn'}>
                  {t(`reconcile.verdicts.${line.verdict}`)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {lines.length > MOST_LINES && (
        <p className="quiet">{t('import.more', { count: lines.length - MOST_LINES })}</p>
      )}
    </>
  )
}
