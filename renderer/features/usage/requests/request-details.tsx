import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerRow } from '../../../../shared/ledger/ledger-row.ts'
import type { NumberTerm } from '../../../app/help/number-term.ts'
import { amountText } from '../../../app/spend/usd-text.ts'
import { Button } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { IdText } from '../../../ui/id-text.tsx'
import { countText } from '../../../ui/number-text.ts'
import { exactTime } from '../../../ui/time-text.ts'
import { UnknownValue } from '../../../ui/unknown-value.tsx'
import { filterText } from '../usage-address.ts'
import type { Looking } from '../use-usage-look.ts'
import { CorrectRow } from './correct-row.tsx'
import { CostLines } from './cost-lines.tsx'

type RequestDetailsProps = { row: LedgerRow; looking: Looking; onClose: () => void }

/** Everything that the ledger knows of one row. */
export function RequestDetails({ row, looking, onClose }: RequestDetailsProps): ReactNode {
  const { t } = useTranslation('usage')
  const { conversationId } = row
  return (
    <Dialog label={t('details.label')} onClose={onClose}>
      <div className="usage-details">
        {/* The first that takes the focus by itself stands far below: it would scroll away what this is about. */}
        <h2 tabIndex={-1} data-autofocus>
          {t('details.heading', { sequence: row.sequence })}
        </h2>
        <Facts row={row} />
        <CostLines row={row} />
        {row.state !== 'final' && row.state !== 'pending' && row.kind !== 'reversal' && (
          <CorrectRow row={row} onDone={onClose} />
        )}
        <div className="notice-actions">
          {conversationId !== null && (
            <Button
              onClick={() => {
                looking.change({ conversation: filterText(conversationId) })
                onClose()
              }}
            >
              {t('details.onlyConversation')}
            </Button>
          )}
          {row.requestId !== null && <CopyButton text={row.requestId} label={t('details.copyRequestId')} />}
          <Button kind="primary" onClick={onClose}>
            {t('details.close')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

function Facts({ row }: { row: LedgerRow }): ReactNode {
  const { t, i18n } = useTranslation('usage')
  const facts: readonly (readonly [FactName, string | number | null])[] = [
    ['time', exactTime(row.at, i18n.language)],
    ['state', t(`states.${row.state}`)],
    ['method', row.method === null ? null : t(`details.methods.${row.method}`)],
    ['kind', t(`requests.kinds.${row.kind}`)],
    ['corrects', row.corrects],
    ['askedModel', row.askedModel],
    ['servedModel', row.servedModel],
    ['protocol', row.protocol],
    ['connection', row.connection],
    ['host', row.host],
    ['key', row.key],
    ['serviceTier', row.serviceTier],
    ['tryNumber', row.tryNumber],
    ['firstToken', row.firstTokenMs],
    ['duration', row.durationMs],
    ['finishReason', row.finishReason],
    ['errorCode', row.errorCode],
    ['requestId', row.requestId],
    ['source', row.source],
    ['quirks', row.quirks.length === 0 ? null : row.quirks.join(', ')],
    ['parametersHash', row.parametersHash],
    ['id', row.id],
  ]
  const needless = new Set<FactName>(['method', 'corrects', 'errorCode', 'quirks'])
  return (
    <dl className="facts">
      {facts
        .filter(([name, value]) => value !== null || !needless.has(name))
        .map(([name, value]) => (
          <div key={name} className="usage-fact">
            <dt data-explain={EXPLAINED[name]}>{t(`details.facts.${name}`)}</dt>
            <dd>
              {value === null ? (
                <UnknownValue reason={t('details.notKnown')} />
              ) : IDS.has(name) ? (
                <IdText>{String(value)}</IdText>
              ) : typeof value === 'number' ? (
                countText(value, i18n.language)
              ) : (
                value
              )}
            </dd>
          </div>
        ))}
      <div className="usage-fact">
        <dt data-explain="row-cost">{t('details.facts.spent')}</dt>
        <dd>
          {amountText(row.spent, row.complete, (amount) => t('totals.atLeast', { amount })) ?? (
            <UnknownValue reason={t('requests.why.unknown-cost')} />
          )}
        </dd>
      </div>
    </dl>
  )
}

type FactName =
  | 'time'
  | 'state'
  | 'method'
  | 'kind'
  | 'corrects'
  | 'askedModel'
  | 'servedModel'
  | 'protocol'
  | 'connection'
  | 'host'
  | 'key'
  | 'serviceTier'
  | 'tryNumber'
  | 'firstToken'
  | 'duration'
  | 'finishReason'
  | 'errorCode'
  | 'requestId'
  | 'source'
  | 'quirks'
  | 'parametersHash'
  | 'id'

const EXPLAINED: { readonly [Name in FactName]?: NumberTerm } = {
  tryNumber: 'try-number',
  firstToken: 'first-token',
  duration: 'duration',
}

const IDS: ReadonlySet<FactName> = new Set<FactName>([
  'corrects',
  'askedModel',
  'servedModel',
  'key',
  'requestId',
  'parametersHash',
  'id',
])
