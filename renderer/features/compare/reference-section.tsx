import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Candidate } from '../../../shared/compare/candidate.ts'
import { Button } from '../../ui/button.tsx'
import { SkeletonLines } from '../../ui/skeleton-lines.tsx'
import { ChosenReference } from './chosen-reference.tsx'
import { GrokDifferences } from './grok-differences.tsx'
import { NameField } from './name-field.tsx'
import { PRICE_PACKAGE } from './price-package.ts'
import { MOST_REFERENCES } from './use-compare-state.ts'
import type { ReferencePrices } from './use-reference-prices.ts'

const OFFERED = 12

type ReferenceSectionProps = {
  wanted: boolean
  onWant: () => void
  prices: ReferencePrices | null
  /** Models of the key, whose prices the package may know differently. */
  own: readonly Candidate[]
  names: readonly string[]
  onChange: (names: readonly string[]) => void
}

/** Other vendors' public prices, marked as what they are, and where they disagree with the live list. */
export function ReferenceSection(props: ReferenceSectionProps): ReactNode {
  const { t } = useTranslation('compare')
  return (
    <section className="compare-section references" aria-label={t('reference.heading')}>
      <header className="compare-head">
        <h2>{t('reference.heading')}</h2>
        {!props.wanted && <Button onClick={props.onWant}>{t('reference.show')}</Button>}
        <p className="quiet compare-note">{t('reference.about', PRICE_PACKAGE)}</p>
      </header>
      {props.wanted &&
        (props.prices === null ? <SkeletonLines lines={2} /> : <Columns {...props} prices={props.prices} />)}
    </section>
  )
}

function Columns(props: ReferenceSectionProps & { prices: ReferencePrices }): ReactNode {
  const { t } = useTranslation('compare')
  const { prices, names, onChange, own } = props
  const offered = prices.models.map(({ candidate }) => candidate.name)
  const add = (name: string): string | null => {
    if (names.length >= MOST_REFERENCES) return t('reference.full')
    if (names.includes(name)) return t('choose.already', { name })
    if (!offered.includes(name)) return t('reference.unknown', { package: PRICE_PACKAGE.name })
    onChange([...names, name])
    return null
  }
  return (
    <>
      {names.length > 0 && (
        <ul className="chosen-models">
          {names.map((name) => (
            <ChosenReference
              key={name}
              name={name}
              model={prices.models.find(({ candidate }) => candidate.name === name) ?? null}
              onRemove={() => onChange(names.filter((other) => other !== name))}
            />
          ))}
        </ul>
      )}
      <NameField
        label={t('reference.add')}
        hint={t('reference.addHint')}
        button={t('reference.button')}
        suggest={(text) =>
          offered
            .filter((name) => name.includes(text.trim().toLowerCase()) && !names.includes(name))
            .slice(0, OFFERED)
        }
        onAdd={add}
      />
      <GrokDifferences own={own} prices={prices} />
    </>
  )
}
