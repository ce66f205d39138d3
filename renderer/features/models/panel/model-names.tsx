import { type ReactNode, useMemo } from 'react'
import { assertNever } from '../../../../shared/assert-never.ts'
import type { LanguageModel } from '../../../../shared/catalog/model.ts'
import { type NameFlag, type NameState, nameStates } from '../../../../shared/catalog/name-states.ts'
import { IdText } from '../../../ui/id-text.tsx'
import { useDetailWords } from '../use-detail-words.ts'

type ModelNamesProps = { model: LanguageModel; models: readonly LanguageModel[] }

/** Every name of the model, whether it always means this one, and whatever is odd about it. */
export function ModelNames({ model, models }: ModelNamesProps): ReactNode {
  const { t } = useDetailWords()
  const states = useMemo(() => new Map(nameStates(models).map((state) => [state.name, state])), [models])
  return (
    <section>
      <h3>{t('modelDetails:names.title')}</h3>
      <ul className="model-names">
        {[...new Set([model.id, ...model.aliases])].map((name) => (
          <li key={name}>
            <IdText>{name}</IdText>
            <NameWords state={states.get(name)} of={model.id} />
          </li>
        ))}
      </ul>
      {model.aliases.length === 0 && <p className="quiet">{t('models:noAliases')}</p>}
    </section>
  )
}

function NameWords({ state, of }: { state: NameState | undefined; of: string }): ReactNode {
  const { t } = useDetailWords()
  if (state === undefined) return null
  const kind = state.pinned ? 'pinned' : 'moving'
  // As an alias of this model, a name that is another model's id means that other one.
  const flags = state.kind === 'id' && state.id !== of ? [] : state.flags
  return (
    <>
      <span className="quiet" title={t(`modelDetails:names.${kind}Meaning`)}>
        {t(`models:${kind}`)}
      </span>
      {state.kind === 'id' && state.id !== of && (
        <span className="name-flag">{t('modelDetails:names.notThis')}</span>
      )}
      {flags.map((flag) => (
        <Flag key={flag.kind} flag={flag} />
      ))}
    </>
  )
}

function Flag({ flag }: { flag: NameFlag }): ReactNode {
  const { t } = useDetailWords()
  const words = (text: string, title?: string) => (
    <span className="name-flag" title={title}>
      {text}
    </span>
  )
  switch (flag.kind) {
    case 'alias-is-an-id':
      return words(t('modelDetails:names.wins', { ids: flag.listedBy.join(', ') }))
    case 'listed-twice': {
      const [first = '', ...others] = flag.listedBy
      return words(t('modelDetails:names.listedTwice', { first, ids: others.join(', ') }))
    }
    case 'retired': {
      const { retirement, answeredBy } = flag
      const { certainty, when, source, checked } = retirement
      const text = t(`modelDetails:names.${certainty === 'reported' ? 'retired' : 'mayBeRedirected'}`, {
        when,
      })
      const now = answeredBy === null ? text : t('modelDetails:names.answeredBy', { text, id: answeredBy })
      const note = t('modelDetails:names.referenceData', { source, checked })
      return words(t('modelDetails:names.noted', { text: now, note }))
    }
    case 'superseded':
      return words(t('modelDetails:names.superseded', { by: flag.by, through: flag.through.join(', ') }))
    default:
      return assertNever(flag)
  }
}
