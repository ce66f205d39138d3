import type { ReactNode } from 'react'
import type { CatalogRow } from '../../../../shared/catalog/catalog-row.ts'
import {
  type CatalogFilter,
  NO_FILTER,
  PRICE_COLUMNS,
  type PriceRange,
} from '../../../../shared/catalog/catalog-view.ts'
import { Button } from '../../../ui/button.tsx'
import { useDetailWords } from '../use-detail-words.ts'
import { useModelsState } from '../use-models-state.ts'
import { AnswerFilter } from './answer-filter.tsx'
import { ContextFilter } from './context-filter.tsx'
import './filters.css'
import { ModalityFilter } from './modality-filter.tsx'
import { PriceFilter } from './price-filter.tsx'

/** Everything the list can be narrowed by. Each choice is an entry for Back, except what is typed. */
export function FilterBar({ rows }: { rows: readonly CatalogRow[] }): ReactNode {
  const { t } = useDetailWords()
  const { view, setView } = useModelsState()
  const { filter } = view
  const choose = (change: Partial<CatalogFilter>) => setView({ ...view, filter: { ...filter, ...change } })
  const type = (change: Partial<CatalogFilter>) =>
    setView({ ...view, filter: { ...filter, ...change } }, { replace: true })
  return (
    <section className="filter-bar" aria-label={t('modelDetails:filters.title')}>
      <ModalityFilter
        label={t('modelDetails:filters.input')}
        known={modalities(rows, 'inputModalities')}
        chosen={filter.input}
        onChoose={(input) => choose({ input })}
      />
      <ModalityFilter
        label={t('modelDetails:filters.output')}
        known={modalities(rows, 'outputModalities')}
        chosen={filter.output}
        onChoose={(output) => choose({ output })}
      />
      <AnswerFilter
        label={t('modelDetails:filters.imageInput')}
        answer={filter.imageInput}
        onChoose={(imageInput) => choose({ imageInput })}
      />
      <AnswerFilter
        label={t('modelDetails:filters.reasoning')}
        answer={filter.reasoning}
        onChoose={(reasoning) => choose({ reasoning })}
      />
      <AnswerFilter
        label={t('modelDetails:filters.usable')}
        answer={filter.usable}
        onChoose={(usable) => choose({ usable })}
      />
      <ContextFilter tokens={filter.contextAtLeast} onType={(contextAtLeast) => type({ contextAtLeast })} />
      {PRICE_COLUMNS.map((price) => (
        <PriceFilter
          key={price}
          price={price}
          range={filter.prices[price] ?? OPEN}
          onType={(range) => type({ prices: { ...filter.prices, [price]: range } })}
        />
      ))}
      <Button kind="plain" onClick={() => choose({ ...NO_FILTER, text: filter.text })}>
        {t('modelDetails:filters.clear')}
      </Button>
    </section>
  )
}

const OPEN: PriceRange = { min: null, max: null }

/** What the list itself names, in the order of the alphabet. */
function modalities(rows: readonly CatalogRow[], side: 'inputModalities' | 'outputModalities'): string[] {
  return [...new Set(rows.flatMap(({ model }) => model[side]))].sort()
}
