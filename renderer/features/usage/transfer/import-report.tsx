import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { REFUSAL_REASONS } from '../../../../shared/ledger/ledger-kinds.ts'
import type { ImportStep } from '../../../../shared/ledger/transfer-schema.ts'
import { amountText } from '../../../app/spend/usd-text.ts'
import { countText } from '../../../ui/number-text.ts'
import { RefusedTable } from './refused-table.tsx'

/** What came in, what was here already, and what was refused for which reason. */
export function ImportReport({ step }: { step: Extract<ImportStep, { kind: 'done' }> }): ReactNode {
  const { t, i18n } = useTranslation('usage')
  const number = (count: number) => countText(count, i18n.language)
  const { stopped, added, known, refused, byReason, refusals, totals, fileTotals } = step
  const atLeast = (amount: string) => t('totals.atLeast', { amount })
  return (
    <section
      className="usage-verdict"
      data-explain="import-count"
      aria-label={t('import.report')}
      aria-live="polite"
    >
      <p>
        <strong>
          {t(stopped ? 'import.stopped' : 'import.done', {
            added: number(added),
            known: number(known),
            refused: number(refused),
          })}
        </strong>{' '}
        {t('import.came', {
          spent: amountText(totals.spent, !totals.atLeast, atLeast) ?? t('requests.why.unknown-cost'),
        })}
      </p>
      {stopped && <p>{t('import.rest')}</p>}
      {fileTotals !== null && (
        <p className={fileTotals === 'differ' ? 'warn' : undefined}>{t(`import.fileTotals.${fileTotals}`)}</p>
      )}
      {refused > 0 && (
        <>
          <ul>
            {REFUSAL_REASONS.filter((reason) => (byReason[reason] ?? 0) > 0).map((reason) => (
              <li key={reason}>
                {t(`import.reasons.${reason}`)}: {number(byReason[reason] ?? 0)}
              </li>
            ))}
          </ul>
          <RefusedTable label={t('import.refusals')} rows={refusals} />
        </>
      )}
    </section>
  )
}
