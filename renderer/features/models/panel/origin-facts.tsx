import type { ReactNode } from 'react'
import type { ImageModel, LanguageModel } from '../../../../shared/catalog/model.ts'
import { useDetailWords } from '../use-detail-words.ts'
import { DateFact, Fact, NameFact } from './facts.tsx'

/** Whose a model is, which build of it, and since when: what the lists say of models of every kind. */
export function OriginFacts({ model }: { model: LanguageModel | ImageModel }): ReactNode {
  const { t } = useDetailWords()
  return (
    <>
      <Fact label={t('modelDetails:ownedBy')}>{model.ownedBy}</Fact>
      <NameFact label={t('modelDetails:version')} name={model.version} />
      <NameFact label={t('modelDetails:fingerprint')} name={model.fingerprint} />
      <DateFact label={t('models:columns.created')} seconds={model.created} />
    </>
  )
}
