import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LanguageModel } from '../../../shared/catalog/model.ts'
import type { Catalog } from '../../../shared/contract/catalog.ts'
import { UnknownValue } from '../../ui/unknown-value.tsx'
import { CountFact, DateFact, Fact, ListFact } from './facts.tsx'
import { ModelNames } from './model-names.tsx'
import { PriceTable } from './price-table.tsx'
import { RawJson } from './raw-json.tsx'

export function LanguageDetails({ model, catalog }: { model: LanguageModel; catalog: Catalog }): ReactNode {
  const { t } = useTranslation('models')
  return (
    <>
      <PriceTable model={model} />
      <ModelNames model={model} models={catalog.models} />
      <section>
        <h3>{t('panel.facts')}</h3>
        <dl className="facts">
          <CountFact label={t('columns.context')} count={model.contextLength} unit={t('units.tokens')} />
          <ListFact label={t('columns.inputModalities')} words={model.inputModalities} />
          <ListFact label={t('columns.outputModalities')} words={model.outputModalities} />
          <Efforts model={model} />
          <Fact label={t('panel.ownedBy')}>{model.ownedBy}</Fact>
          <Fact label={t('panel.version')}>{model.version}</Fact>
          <Fact label={t('panel.fingerprint')}>{model.fingerprint}</Fact>
          <DateFact label={t('columns.created')} seconds={model.created} />
        </dl>
      </section>
      <RawJson
        entries={[
          { title: t('panel.rawLanguage'), entry: model.raw },
          { title: t('panel.rawModel'), entry: model.rawModel },
        ]}
      />
    </>
  )
}

function Efforts({ model }: { model: LanguageModel }): ReactNode {
  const { t } = useTranslation(['models', 'ui'])
  const label = t('models:panel.efforts')
  const words = model.reasoningEfforts?.map((effort) =>
    effort === model.defaultReasoningEffort ? t('models:panel.effortDefault', { effort }) : effort,
  )
  return (
    <>
      <dt>{label}</dt>
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
