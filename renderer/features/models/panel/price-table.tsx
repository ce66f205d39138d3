import type { ReactNode } from 'react'
import type { LanguageModel } from '../../../../shared/catalog/model.ts'
import { type PriceUnit, tokensIn } from '../../../../shared/money/price-unit.ts'
import { formatUsd, type Ticks } from '../../../../shared/money/ticks.ts'
import type { Rates } from '../../../../shared/pricing/price-schema.ts'
import { ratesOf } from '../../../../shared/pricing/rates.ts'
import { SecondAmount, SecondRate } from '../../../app/spend/second-amount.tsx'
import { usePreferences } from '../../../app/use-preferences.ts'
import { widestFraction } from '../../../ui/decimal-alignment.ts'
import { DemoMark } from '../../../ui/demo-mark.tsx'
import { countText } from '../../../ui/number-text.ts'
import { PriceCell } from '../../../ui/price-cell.tsx'
import { cachedPriceIsAssumed, priceText } from '../language/price-texts.ts'
import { useDetailWords } from '../use-detail-words.ts'

const classes = ['input', 'cachedInput', 'imageInput', 'output'] as const
type PriceClass = (typeof classes)[number]

/** Every price class of a model in the chosen unit; the long-context tier beside it when there is one. */
export function PriceTable({ model, demo }: { model: LanguageModel; demo: boolean }): ReactNode {
  const { t, i18n } = useDetailWords()
  const { preferences } = usePreferences()
  const rates = ratesOf(model)
  const unit = preferences.priceUnit
  return (
    <section>
      <h3>
        {t('modelDetails:prices')} <span className="sort-unit">{t(`models:unitInHeader.${unit}`)}</span>{' '}
        {demo && <DemoMark />}
      </h3>
      <table className="price-table" aria-label={t('modelDetails:prices')}>
        <thead>
          <tr>
            <th scope="col">{t('modelDetails:priceClass')}</th>
            <th scope="col" className="num" data-explain="listed-price">
              {t('modelDetails:price')}
            </th>
            {rates.longContext !== null && (
              <th scope="col" className="num" data-explain="long-context-price">
                {t('modelDetails:longContext', {
                  threshold: countText(rates.longContext.threshold, i18n.language),
                })}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {classes.map((name) => (
            <PriceRow key={name} name={name} model={model} rates={rates} />
          ))}
        </tbody>
      </table>
      <SecondRate />
      <SearchPrice perSource={rates.perSource} />
    </section>
  )
}

function PriceRow(props: { name: PriceClass; model: LanguageModel; rates: Rates }): ReactNode {
  const { t } = useDetailWords()
  const { preferences } = usePreferences()
  const { name, model, rates } = props
  const assumed = name === 'cachedInput' && cachedPriceIsAssumed({ model, rates })
  const text = (of: Rates | NonNullable<Rates['longContext']>, which: PriceClass) =>
    priceText(of[which], preferences.priceUnit)
  const cell = (of: Rates | NonNullable<Rates['longContext']>) => (
    <PriceCell
      text={text(of, name)}
      decimals={widestFraction(classes.map((other) => text(of, other)))}
      second={<SecondAmount ticks={shownAmount(of[name], preferences.priceUnit)} />}
      note={of[name] === null ? t('models:whyUnknown.price') : assumed ? t('models:assumedCached') : null}
    />
  )
  return (
    <tr>
      <th scope="row">{t(`modelDetails:classes.${name}`)}</th>
      {cell(rates)}
      {rates.longContext !== null && cell(rates.longContext)}
    </tr>
  )
}

/** What a price is in its unit; the API's own integers are no money yet. */
function shownAmount(price: Ticks | null, unit: PriceUnit): Ticks | null {
  const tokens = tokensIn(unit)
  return price === null || tokens === null ? null : price * tokens
}

/** Live search is priced per source; 0 since it was switched off (reference 1), which needs no line. */
function SearchPrice({ perSource }: { perSource: bigint | null }): ReactNode {
  const { t } = useDetailWords()
  if (perSource === null || perSource === 0n) return null
  return (
    <p data-explain="search-price">
      {t('modelDetails:search')}: {t('modelDetails:perSource', { price: formatUsd(perSource) })}
    </p>
  )
}
