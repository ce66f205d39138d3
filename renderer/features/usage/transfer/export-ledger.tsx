import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerTotals } from '../../../../shared/ledger/ledger-totals.ts'
import { usdText } from '../../../app/spend/usd-text.ts'
import { Button } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { countText } from '../../../ui/number-text.ts'
import type { Looking } from '../use-usage-look.ts'
import { type ExportState, useExport } from './use-export.ts'

type ExportLedgerProps = { looking: Looking; totals: LedgerTotals }

/** Every row that fits, with all columns and raw ticks, as a file. */
export function ExportLedger({ looking: { query, look }, totals }: ExportLedgerProps): ReactNode {
  const { t } = useTranslation('usage')
  const { state, start, stop } = useExport()
  const busy = state.kind === 'starting' || state.kind === 'writing'
  const begin = (format: 'csv' | 'jsonl') =>
    start({ ...query, format, suggestedName: `tokenbook-requests-${look.period}.${format}` })
  return (
    <div className="usage-export">
      <Button inactive={busy} onClick={() => begin('csv')}>
        {t('export.csv')}
      </Button>
      <Button inactive={busy} onClick={() => begin('jsonl')}>
        {t('export.json')}
      </Button>
      {busy && <Button onClick={stop}>{t('export.stop')}</Button>}
      <Outcome state={state} totals={totals} />
    </div>
  )
}

function Outcome({ state, totals }: { state: ExportState; totals: LedgerTotals }): ReactNode {
  const { t } = useTranslation('usage')
  if (state.kind === 'failed') return <FailureNotice failure={state.failure} />
  return (
    <>
      <span className="quiet usage-outcome" role="status" data-explain="spent">
        <OutcomeWords state={state} totals={totals} />
      </span>
      {state.kind === 'done' && <CopyButton text={state.checksum} label={t('export.checksum')} />}
    </>
  )
}

function OutcomeWords({ state, totals }: { state: ExportState; totals: LedgerTotals }): ReactNode {
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
      const spent = usdText(state.totals.spent)
      const words = { file: state.fileName, rows: number(state.rows), spent }
      return t(state.totals.spent === totals.spent ? 'export.done' : 'export.changed', words)
    }
  }
}
