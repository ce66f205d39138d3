import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerQuery } from '../../../../shared/ledger/ledger-query.ts'
import type { LedgerTotals } from '../../../../shared/ledger/ledger-totals.ts'
import { amountText } from '../../../app/spend/usd-text.ts'
import { Button } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { countText } from '../../../ui/number-text.ts'
import type { Looking } from '../use-usage-look.ts'
import type { ExportState } from './export-run.ts'
import { useExport } from './use-export.ts'

type ExportLedgerProps = { looking: Looking; totals: LedgerTotals }

/** Every row that fits, with all columns and raw ticks, as a file. */
export function ExportLedger({ looking: { query, look }, totals }: ExportLedgerProps): ReactNode {
  const { t } = useTranslation('usage')
  const { state, run } = useExport()
  const busy = state.kind === 'starting' || state.kind === 'writing'
  const begin = (format: 'csv' | 'jsonl') =>
    run.start({ ...query, format, suggestedName: `tokenbook-requests-${look.period}.${format}` })
  return (
    <div className="usage-export">
      <Button inactive={busy} onClick={() => begin('csv')}>
        {t('export.csv')}
      </Button>
      <Button inactive={busy} onClick={() => begin('jsonl')}>
        {t('export.json')}
      </Button>
      {busy && <Button onClick={run.stop}>{t('export.stop')}</Button>}
      <Outcome state={state} query={query} totals={totals} />
    </div>
  )
}

type OutcomeProps = { state: ExportState; query: LedgerQuery; totals: LedgerTotals }

function Outcome({ state, ...shown }: OutcomeProps): ReactNode {
  const { t } = useTranslation('usage')
  if (state.kind === 'failed') return <FailureNotice failure={state.failure} />
  return (
    <>
      <span className="quiet usage-outcome" role="status" data-explain="spent">
        <OutcomeWords state={state} {...shown} />
      </span>
      {state.kind === 'done' && <CopyButton text={state.checksum} label={t('export.checksum')} />}
    </>
  )
}

function OutcomeWords({ state, query, totals }: OutcomeProps): ReactNode {
  const { t, i18n } = useTranslation('usage')
  const number = (count: number) => countText(count, i18n.language)
  switch (state.kind) {
    case 'idle':
    case 'failed':
      return null
    case 'starting':
      return t('export.starting')
    case 'stopped':
      return t('export.stopped')
    case 'writing':
      return t('export.writing', { rows: number(state.rows), of: number(state.of) })
    case 'done': {
      const atLeast = (amount: string) => t('totals.atLeast', { amount })
      const spent =
        amountText(state.totals.spent, !state.totals.atLeast, atLeast) ?? t('requests.why.unknown-cost')
      const words = { file: state.fileName, rows: number(state.rows), spent }
      // It may have ended while other rows, or another view, were looked at.
      if (!isOf(state.request, query)) return t('export.saved', words)
      return t(state.totals.spent === totals.spent ? 'export.done' : 'export.changed', words)
    }
  }
}

function isOf({ period, filter }: LedgerQuery, query: LedgerQuery): boolean {
  return JSON.stringify([period, filter]) === JSON.stringify([query.period, query.filter])
}
