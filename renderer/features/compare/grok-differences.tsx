import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Candidate } from '../../../shared/compare/candidate.ts'
import { rateDifferences } from '../../../shared/compare/rate-difference.ts'
import { formatPrice } from '../../../shared/money/price-unit.ts'
import { usePreferences } from '../../app/use-preferences.ts'
import type { ReferencePrices } from './use-reference-prices.ts'

type GrokDifferencesProps = { own: readonly Candidate[]; prices: ReferencePrices }

/** Where the package gives other prices for the key's own models than the live list, which is the one that counts. */
export function GrokDifferences({ own, prices }: GrokDifferencesProps): ReactNode {
  const { t } = useTranslation('compare')
  const unit = usePreferences().preferences.priceUnit
  const known = own.flatMap(({ modelId, rates }) => {
    const reference = prices.grok(modelId)
    return reference === null ? [] : rateDifferences(rates, reference).map((one) => ({ ...one, modelId }))
  })
  if (!own.some(({ modelId }) => prices.grok(modelId) !== null)) return null
  if (known.length === 0) return <p className="quiet">{t('reference.agrees')}</p>
  return (
    <div>
      <p>{t('reference.differs')}</p>
      <ul className="differences" data-explain="price-difference">
        {known.map(({ modelId, name, longContext, live, reference }) => (
          <li key={`${modelId} ${name} ${longContext}`}>
            {t(longContext ? 'reference.differenceLong' : 'reference.difference', {
              model: modelId,
              class: t(`reference.classes.${name}`),
              live: formatPrice(live, unit),
              reference: formatPrice(reference, unit),
            })}{' '}
            <span className="quiet">{t(`price.unitInHeader.${unit}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
