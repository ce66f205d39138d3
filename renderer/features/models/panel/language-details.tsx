import { lazy, type ReactNode, Suspense } from 'react'
import type { LanguageModel } from '../../../../shared/catalog/model.ts'
import type { Catalog } from '../../../../shared/contract/catalog.ts'
import { SkeletonLines } from '../../../ui/skeleton-lines.tsx'
import { UnknownValue } from '../../../ui/unknown-value.tsx'
import { useDetailWords } from '../use-detail-words.ts'
import { CountFact, ListFact } from './facts.tsx'
import { MayUse } from './may-use.tsx'
import { ModelNames } from './model-names.tsx'
import { OriginFacts } from './origin-facts.tsx'
import { PriceTable } from './price-table.tsx'
import { RawJson } from './raw-json.tsx'
import { ReferenceFacts } from './reference-facts-list.tsx'
import { SingleAnswer } from './single-answer.tsx'

const PriceHistory = lazy(async () => ({ default: (await import('./price-history.tsx')).PriceHistory }))

export function LanguageDetails({ model, catalog }: { model: LanguageModel; catalog: Catalog }): ReactNode {
  const { t } = useDetailWords()
  const names = [...new Set([model.id, ...model.aliases])]
  return (
    <>
      <PriceTable model={model} demo={catalog.demo} />
      <ModelNames model={model} models={catalog.models} />
      <section>
        <h3>{t('modelDetails:facts')}</h3>
        <dl className="facts">
          <CountFact
            label={t('models:columns.context')}
            count={model.contextLength}
            unit={t('models:units.tokens')}
            explain="context-length"
          />
          <ListFact label={t('models:columns.inputModalities')} words={model.inputModalities} />
          <ListFact label={t('models:columns.outputModalities')} words={model.outputModalities} />
          <Efforts model={model} />
          <OriginFacts model={model} />
        </dl>
      </section>
      <ReferenceFacts model={model} />
      <MayUse kind="language" names={names} readAt={catalog.readAt} />
      <Suspense fallback={<SkeletonLines lines={2} />}>
        <PriceHistory id={model.id} demo={catalog.demo} />
      </Suspense>
      <SingleAnswer names={names} />
      <RawJson
        entries={[
          { title: t('modelDetails:rawLanguage'), entry: model.raw },
          { title: t('modelDetails:rawModel'), entry: model.rawModel },
        ]}
      />
    </>
  )
}

function Efforts({ model }: { model: LanguageModel }): ReactNode {
  const { t } = useDetailWords()
  const words = model.reasoningEfforts?.map((effort) =>
    effort === model.defaultReasoningEffort ? t('modelDetails:effortDefault', { effort }) : effort,
  )
  return (
    <>
      <dt>{t('modelDetails:efforts')}</dt>
      <dd>
        {words === undefined ? (
          <UnknownValue reason={t('ui:notTold')} />
        ) : (
          words.join(', ') || t('models:none')
        )}
      </dd>
    </>
  )
}
