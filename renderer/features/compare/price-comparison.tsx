import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Candidate } from '../../../shared/compare/candidate.ts'
import { formatPrice, type PriceUnit } from '../../../shared/money/price-unit.ts'
import type { Rates } from '../../../shared/pricing/price-schema.ts'
import { usePreferences } from '../../app/use-preferences.ts'
import { widestFraction } from '../../ui/decimal-alignment.ts'
import { IdText } from '../../ui/id-text.tsx'
import { countText } from '../../ui/number-text.ts'
import { PriceCell } from '../../ui/price-cell.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TableFrame } from './table-frame.tsx'

const units: readonly PriceUnit[] = ['per-million', 'per-thousand', 'per-token', 'raw']
const classes = ['input', 'cachedInput', 'imageInput', 'output'] as const

/** One line of the table: a model's usual prices, or those of its long-context tier. */
type PriceLine = {
  key: string
  candidate: Candidate
  rates: Pick<Rates, (typeof classes)[number]>
  /** From this many prompt tokens on; `null` for the usual prices. */
  threshold: number | null
}

/** Every price class of the compared models in the chosen unit, long-context tiers in lines of their own. */
export function PriceComparison({ candidates }: { candidates: readonly Candidate[] }): ReactNode {
  const { t } = useTranslation('compare')
  const { preferences, change } = usePreferences()
  const unit = preferences.priceUnit
  return (
    <TableFrame
      heading={t('price.heading')}
      note={t(`price.unitInHeader.${unit}`)}
      aside={
        <Segmented
          label={t('price.unit')}
          value={unit}
          options={units.map((value) => ({ value, label: t(`price.units.${value}`) }))}
          onChange={(priceUnit) => change({ priceUnit })}
        />
      }
      className="price-comparison"
      explain={['input-price', 'cached-price', 'image-input-price', 'output-price']}
      columns={classes.map((name) => t(`price.${name}`))}
    >
      <PriceRows lines={candidates.flatMap(linesOf)} unit={unit} />
    </TableFrame>
  )
}

function linesOf(candidate: Candidate): PriceLine[] {
  const { name, rates } = candidate
  const usual = { key: name, candidate, rates, threshold: null }
  if (rates.longContext === null) return [usual]
  const { threshold } = rates.longContext
  return [usual, { key: `${name} long`, candidate, rates: rates.longContext, threshold }]
}

function PriceRows({ lines, unit }: { lines: readonly PriceLine[]; unit: PriceUnit }): ReactNode {
  const { t } = useTranslation('compare')
  const text = (price: bigint | null) => (price === null ? null : formatPrice(price, unit))
  const decimals = classes.map((name) => widestFraction(lines.map(({ rates }) => text(rates[name]))))
  const why = ({ source }: Candidate, name: (typeof classes)[number]) =>
    source === 'reference' && name === 'imageInput' ? t('price.whyImage') : t('price.why')
  return lines.map(({ key, candidate, rates, threshold }) => (
    <tr key={key} data-tier={threshold !== null}>
      <th scope="row">
        {threshold === null ? (
          <IdText>{candidate.name}</IdText>
        ) : (
          <TierName threshold={threshold} name={candidate.name} />
        )}{' '}
        {threshold === null && candidate.source === 'reference' && (
          <span className="row-mark" data-kind="plain">
            {t('cost.reference')}
          </span>
        )}
      </th>
      {classes.map((name, column) => (
        <PriceCell
          key={name}
          text={text(rates[name])}
          decimals={decimals[column] ?? 0}
          note={rates[name] === null ? why(candidate, name) : null}
        />
      ))}
    </tr>
  ))
}

function TierName({ threshold, name }: { threshold: number; name: string }): ReactNode {
  const { t, i18n } = useTranslation('compare')
  const shown = countText(threshold, i18n.language)
  return (
    <span
      className="tier-name"
      data-explain="long-context-threshold"
      title={t('price.fromMeaning', { threshold: shown })}
    >
      <span className="visually-hidden">{name}</span> {t('price.from', { threshold: shown })}
    </span>
  )
}
