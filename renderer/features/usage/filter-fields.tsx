import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerNames } from '../../../shared/ledger/chart-schema.ts'
import { LEDGER_STATES } from '../../../shared/ledger/ledger-kinds.ts'
import { useRpc } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from './choice-field.tsx'
import { filterOf, filterText, isNarrowed, NAMED_FILTERS, type NamedFilter } from './usage-address.ts'
import { type Names, useNames } from './use-names.ts'
import type { Looking } from './use-usage-look.ts'

const ALL = ''

/** What narrows charts, totals and table alike; the values are those that the ledger knows. */
export function FilterFields({ looking }: { looking: Looking }): ReactNode {
  const { t } = useTranslation('usage')
  const { look, demo, change } = looking
  const { query } = useRpc()
  const { data } = useQuery(query.ledger.names.queryOptions({ input: { demo } }))
  const names = useNames()
  const clear = Object.fromEntries([...NAMED_FILTERS, 'state'].map((name) => [name, null]))
  return (
    <fieldset className="usage-filters">
      <legend className="visually-hidden">{t('filters.label')}</legend>
      {NAMED_FILTERS.map((name) => (
        <NamedField key={name} name={name} known={valuesOf(name, data)} looking={looking} names={names} />
      ))}
      <ChoiceField
        label={t('filters.state')}
        value={look.state ?? ALL}
        options={[
          { value: ALL, label: t('filters.all') },
          ...LEDGER_STATES.map((value) => ({ value, label: t(`states.${value}`) })),
        ]}
        onChange={(state) => change({ state })}
      />
      {isNarrowed(look) && (
        <Button kind="plain" onClick={() => change(clear)}>
          {t('filters.clear')}
        </Button>
      )}
    </fieldset>
  )
}

/** Conversations are too many to list: one is chosen from a row of the table or a chart's group. */
function valuesOf(name: NamedFilter, names: LedgerNames | undefined): readonly string[] {
  switch (name) {
    case 'model':
      return names?.models ?? []
    case 'key':
      return names?.keys ?? []
    case 'protocol':
      return names?.protocols ?? []
    case 'connection':
      return names?.connections ?? []
    case 'conversation':
      return []
  }
}

type NamedFieldProps = { name: NamedFilter; known: readonly string[]; looking: Looking; names: Names }

function NamedField({ name, known, looking: { look, change }, names }: NamedFieldProps): ReactNode {
  const { t } = useTranslation('usage')
  const chosen = look.only[name]
  if (name === 'conversation' && chosen === null) return null
  const values = chosen === null || known.includes(chosen) ? known : [chosen, ...known]
  return (
    <ChoiceField
      label={t(`filters.${name}`)}
      value={filterText(chosen) ?? ALL}
      options={[
        { value: ALL, label: t('filters.all') },
        ...values.map((value) => ({ value: filterText(value) ?? ALL, label: names.value(name, value) })),
      ]}
      onChange={(value) => change({ [name]: filterText(filterOf(value)) })}
    />
  )
}
