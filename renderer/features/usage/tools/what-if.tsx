import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WhatIf } from '../../../../shared/ledger/what-if-schema.ts'
import { useCatalog } from '../../../app/use-catalog.ts'
import { failureOfError, useRpc } from '../../../rpc.ts'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { ChoiceField } from '../choice-field.tsx'
import { FilterFields } from '../filter-fields.tsx'
import { PeriodPicker } from '../period-picker.tsx'
import type { Looking } from '../use-usage-look.ts'
import { RepricedResult } from './repriced-result.tsx'
import { ToolForm } from './tool-form.tsx'

const SAME = 'same'
const TIERS = [SAME, 'default', 'priority'] as const
type Draft = { model: string; cached: string; tier: (typeof TIERS)[number] }

/** The period's requests at other prices: another model, another cached share, another tier. */
export function WhatIfPanel({ looking }: { looking: Looking }): ReactNode {
  const { t } = useTranslation('usage')
  const { query } = useRpc()
  const [draft, setDraft] = useState<Draft>({ model: '', cached: '', tier: SAME })
  const [wrong, setWrong] = useState(false)
  const { mutate, data, variables, error, isPending } = useMutation(query.ledger.whatIf.mutationOptions())
  const instead = insteadOf(draft)
  const submit = () => {
    setWrong(instead === null)
    if (instead !== null && !isPending) mutate({ ...looking.query, instead })
  }
  // A result of other rows, or at other prices, would be read as one of these.
  const isOfThese = JSON.stringify(variables) === JSON.stringify({ ...looking.query, instead })
  return (
    <section className="card usage-section" aria-label={t('whatIf.heading')}>
      <h2>{t('whatIf.heading')}</h2>
      <p className="quiet">{t('whatIf.explained')}</p>
      <div className="usage-fields">
        <PeriodPicker looking={looking} />
        <FilterFields looking={looking} />
      </div>
      <ToolForm action={t('whatIf.reprice')} pending={isPending} onSubmit={submit}>
        <WhatIfFields draft={draft} wrong={wrong} onChange={setDraft} />
      </ToolForm>
      {error !== null && <FailureNotice failure={failureOfError(error)} onRetry={submit} />}
      {data !== undefined && isOfThese && <RepricedResult result={data} demo={looking.demo} />}
    </section>
  )
}

/** What the form says is to be otherwise; `null` when its share is none. */
function insteadOf({ model, cached, tier }: Draft): WhatIf | null {
  const cachedPercent = cached.trim() === '' ? null : Number(cached)
  const isShare =
    cachedPercent === null || (Number.isInteger(cachedPercent) && cachedPercent >= 0 && cachedPercent <= 100)
  if (!isShare) return null
  return { model: model === '' ? null : model, cachedPercent, serviceTier: tier === SAME ? null : tier }
}

type WhatIfFieldsProps = { draft: Draft; wrong: boolean; onChange: (draft: Draft) => void }

function WhatIfFields({ draft, wrong, onChange }: WhatIfFieldsProps): ReactNode {
  const { t } = useTranslation('usage')
  const models = useModelNames()
  const hint = useId()
  return (
    <>
      <ChoiceField
        label={t('whatIf.model')}
        value={draft.model}
        options={[
          { value: '', label: t('whatIf.sameModel') },
          ...models.map((name) => ({ value: name, label: name })),
        ]}
        onChange={(model) => onChange({ ...draft, model })}
      />
      <label className="usage-field">
        <span>{t('whatIf.cached')}</span>
        <input
          inputMode="numeric"
          value={draft.cached}
          aria-invalid={wrong || undefined}
          aria-describedby={hint}
          onChange={(event) => onChange({ ...draft, cached: event.currentTarget.value })}
        />
      </label>
      <ChoiceField
        label={t('whatIf.tier')}
        value={draft.tier}
        options={TIERS.map((value) => ({ value, label: t(`whatIf.tiers.${value}`) }))}
        onChange={(tier) => onChange({ ...draft, tier })}
      />
      <p id={hint} className={wrong ? 'usage-wrong' : 'quiet'}>
        {wrong ? t('whatIf.cachedWrong') : t('whatIf.cachedHint')}
      </p>
    </>
  )
}

function useModelNames(): string[] {
  const { state } = useCatalog()
  return state.kind === 'known' ? state.catalog.models.map(({ id }) => id) : []
}
