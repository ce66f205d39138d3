import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceField } from './choice-field.tsx'
import { dayIn, PERIODS } from './period.ts'
import type { Looking } from './use-usage-look.ts'

/** The days that everything on screen is about. */
export function PeriodPicker({ looking: { look, query, change } }: { looking: Looking }): ReactNode {
  const { t } = useTranslation('usage')
  const day = (name: 'from' | 'to') => (
    <label className="usage-field">
      <span>{t(`period.${name}`)}</span>
      <input
        type="date"
        value={look.custom[name] ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget
          if (value === '' || dayIn(value) !== null) change({ [name]: value === '' ? null : value })
        }}
      />
    </label>
  )
  return (
    <>
      <ChoiceField
        label={t('period.label')}
        value={look.period}
        options={PERIODS.map((value) => ({ value, label: t(`period.names.${value}`) }))}
        onChange={(period) =>
          // What was shown is where choosing one's own days begins.
          change(
            period === 'custom'
              ? { period, from: query.period.from, to: query.period.to }
              : { period, from: null, to: null },
          )
        }
      />
      {look.period === 'custom' && day('from')}
      {look.period === 'custom' && day('to')}
    </>
  )
}
