import { type ReactNode, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseRate, type SecondCurrency } from '../../../shared/money/second-currency.ts'
import { localDay } from '../../app/local-day.ts'
import { SecondRate } from '../../app/spend/second-amount.tsx'
import { usePreferences } from '../../app/use-preferences.ts'
import { madeOnce } from '../../ui/made-once.ts'
import { besideIt, useFocusLeft } from '../../ui/use-focus-left.ts'
import { SettingsSection } from './settings-section.tsx'

/** A second currency beside dollars, with the rate the person gives: the app asks nobody for one. */
export function CurrencySection(): ReactNode {
  const { t } = useTranslation('settings')
  const { preferences, known, change } = usePreferences()
  return (
    <SettingsSection heading={t('currency.heading')}>
      <p className="quiet">{t('currency.about')}</p>
      {known && (
        <CurrencyForm
          key={JSON.stringify(preferences.secondCurrency)}
          chosen={preferences.secondCurrency}
          onChoose={(secondCurrency) => change({ secondCurrency })}
        />
      )}
      <p role="status">
        <SecondRate />
      </p>
    </SettingsSection>
  )
}

type CurrencyFormProps = {
  chosen: SecondCurrency | null
  onChoose: (currency: SecondCurrency | null) => void
}

function CurrencyForm({ chosen, onChoose }: CurrencyFormProps): ReactNode {
  const { t, i18n } = useTranslation('settings')
  const wrong = useId()
  const today = localDay(Date.now())
  const [code, setCode] = useState(chosen?.code ?? '')
  const [rate, setRate] = useState(chosen?.rate ?? '')
  const [date, setDate] = useState(chosen?.date ?? today)
  const [fault, setFault] = useState<'rate' | 'date' | null>(null)
  const form = useRef<HTMLFormElement>(null)
  // What was saved begins the form anew.
  useFocusLeft(form, besideIt('.currency-form button'))
  const submit = () => {
    const parsed = parseRate(rate)
    const found = code === '' ? null : parsed === null ? 'rate' : date === '' || date > today ? 'date' : null
    setFault(found)
    if (code === '') onChoose(null)
    else if (found === null && parsed !== null) onChoose({ code, rate: parsed, date })
  }
  const faultOf = (name: 'rate' | 'date') =>
    fault === name ? { 'aria-invalid': true, 'aria-describedby': wrong } : {}
  return (
    <form
      ref={form}
      className="usage-form currency-form"
      noValidate={true}
      aria-label={t('currency.heading')}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <label className="usage-field">
        <span>{t('currency.code')}</span>
        <select value={code} onChange={(event) => setCode(event.currentTarget.value)}>
          <option value="">{t('currency.none')}</option>
          {currencies(i18n.language).map(([one, name]) => (
            <option key={one} value={one}>
              {one} · {name}
            </option>
          ))}
        </select>
      </label>
      {code !== '' && (
        <>
          <label className="usage-field">
            <span>{t('currency.rate', { code })}</span>
            <input
              inputMode="decimal"
              value={rate}
              {...faultOf('rate')}
              onChange={(event) => setRate(event.currentTarget.value)}
            />
          </label>
          <label className="usage-field">
            <span>{t('currency.date')}</span>
            <input
              type="date"
              max={today}
              value={date}
              {...faultOf('date')}
              onChange={(event) => setDate(event.currentTarget.value)}
            />
          </label>
        </>
      )}
      <button type="submit" className="link-button">
        {t('currency.save')}
      </button>
      {fault !== null && (
        <p id={wrong} role="alert" className="usage-wrong">
          {t(`currency.wrong.${fault}`)}
        </p>
      )}
    </form>
  )
}

/** All currencies but the dollar that this browser knows, by code, with their names. */
const currencies = madeOnce((locale: string): [code: string, name: string][] => {
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  return Intl.supportedValuesOf('currency')
    .filter((code) => code !== 'USD')
    .map((code) => [code, names.of(code) ?? code])
})
