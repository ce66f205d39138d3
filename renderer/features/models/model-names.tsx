import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { resolveModel } from '../../../shared/catalog/alias.ts'
import type { LanguageModel } from '../../../shared/catalog/model.ts'
import { IdText } from '../../ui/id-text.tsx'

type ModelNamesProps = { model: LanguageModel; models: readonly LanguageModel[] }

/** Every name of the model, and whether it always means this one. */
export function ModelNames({ model, models }: ModelNamesProps): ReactNode {
  const { t } = useTranslation('models')
  return (
    <section>
      <h3>{t('panel.names')}</h3>
      <ul className="model-names">
        {[model.id, ...model.aliases].map((name) => (
          <li key={name}>
            <IdText>{name}</IdText>
            <NameKind name={name} model={model} models={models} />
          </li>
        ))}
      </ul>
      {model.aliases.length === 0 && <p className="quiet">{t('noAliases')}</p>}
    </section>
  )
}

function NameKind({ name, model, models }: ModelNamesProps & { name: string }): ReactNode {
  const { t } = useTranslation('models')
  const resolved = resolveModel(name, models)
  if (resolved.kind === 'unknown') return null
  const kind = resolved.pinned ? 'pinned' : 'moving'
  const others = models.filter((other) => other.id !== model.id && claims(other, name))
  return (
    <span className="quiet" title={t(`panel.${kind}Meaning`)}>
      {t(`panel.${kind}`)}
      {others.length > 0 && ` · ${t('panel.alsoListedBy', { ids: others.map(({ id }) => id).join(', ') })}`}
    </span>
  )
}

function claims(model: LanguageModel, name: string): boolean {
  return model.id === name || model.aliases.includes(name)
}
