import type { ReactNode } from 'react'
import { assertNever } from '../../../../shared/assert-never.ts'
import type { ImageModel, LanguageModel } from '../../../../shared/catalog/model.ts'
import { factsOf, type ReferenceFact } from '../../../../shared/catalog/reference-facts.ts'
import { countText } from '../../../ui/number-text.ts'
import { useDetailWords } from '../use-detail-words.ts'

/** What the API does not tell, each fact with who says so and when it was checked; nothing when there is none. */
export function ReferenceFacts({ model }: { model: LanguageModel | ImageModel }): ReactNode {
  const { t } = useDetailWords()
  const facts = factsOf(model)
  if (facts.length === 0) return null
  return (
    <section>
      <h3>
        <span className="reference-mark">{t('modelDetails:reference.title')}</span>
      </h3>
      <p className="quiet">{t('modelDetails:reference.about')}</p>
      <dl className="facts">
        {facts.map((fact) => (
          <FactLine key={`${fact.kind} ${fact.source}`} fact={fact} />
        ))}
      </dl>
    </section>
  )
}

function FactLine({ fact }: { fact: ReferenceFact }): ReactNode {
  const { t } = useDetailWords()
  const { source, checked } = fact
  return (
    <>
      <dt data-explain={fact.kind === 'context-length' ? 'context-length' : undefined}>
        {t(`modelDetails:reference.${fact.kind}`)}
      </dt>
      <dd>
        <FactWords fact={fact} />
        <div className="quiet">{t('modelDetails:reference.from', { source, checked })}</div>
      </dd>
    </>
  )
}

function FactWords({ fact }: { fact: ReferenceFact }): ReactNode {
  const { t, i18n } = useDetailWords()
  switch (fact.kind) {
    case 'context-length':
      return `${countText(fact.tokens, i18n.language)} ${t('models:units.tokens')}`
    case 'knowledge-cutoff':
    case 'first-seen':
      return fact.when
    case 'retirement':
      return fact.certainty === 'reported'
        ? fact.when
        : t('modelDetails:reference.redirected', { when: fact.when })
    case 'image-limits': {
      const { formats, mebibytesEach, imagesAtMost } = fact
      const limits = { formats: formats.join(', '), size: mebibytesEach }
      return imagesAtMost === null
        ? t('modelDetails:reference.limits', limits)
        : t('modelDetails:reference.limitsCount', { ...limits, count: imagesAtMost })
    }
    default:
      return assertNever(fact)
  }
}
