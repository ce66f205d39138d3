import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react'
import { Trans } from 'react-i18next'
import { Link } from 'wouter'
import type { Catalog } from '../../../../shared/contract/catalog.ts'
import { Age } from '../../../ui/age.tsx'
import { CloseButton } from '../../../ui/close-button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { IdText } from '../../../ui/id-text.tsx'
import { useEscape } from '../../../ui/use-escape.ts'
import { useDetailWords } from '../use-detail-words.ts'
import type { ModelKind } from '../use-models-state.ts'
import { ImageDetails } from './image-details.tsx'
import { LanguageDetails } from './language-details.tsx'
import './panel.css'

type ModelPanelProps = { catalog: Catalog; kind: ModelKind; id: string; onClose: () => void }

/** Everything known of one model. An id that is not in the list (an old address) shows nothing. */
export function ModelPanel({ catalog, kind, id, onClose }: ModelPanelProps): ReactNode {
  const { t } = useDetailWords()
  const heading = useId()
  const panel = useRef<HTMLElement>(null)
  const details = detailsOf(catalog, kind, id)
  useEscape(onClose, details !== null, 'view')
  useFocusInPlaceOf(panel)
  if (details === null) return null
  return (
    <aside ref={panel} className="model-panel" aria-labelledby={heading}>
      <header>
        <h2 id={heading}>
          <IdText>{id}</IdText>
        </h2>
        <CloseButton label={t('modelDetails:close')} onClick={onClose} />
      </header>
      <div className="panel-actions">
        <CopyButton text={id} label={t('modelDetails:copyId')} />
        {kind === 'language' && (
          <Link className="link-button" href={`/playground?model=${encodeURIComponent(id)}`}>
            {t('modelDetails:try')}
          </Link>
        )}
      </div>
      {details}
      {catalog.readAt !== null && (
        <p className="quiet">
          <Trans
            t={t}
            i18nKey="modelDetails:source"
            values={{ host: catalog.host }}
            components={{ age: <Age at={catalog.readAt} /> }}
          />
        </p>
      )}
    </aside>
  )
}

/** In a small window the panel hides the table, and the row that opened it cannot keep the focus. */
function useFocusInPlaceOf(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const table = panel.current?.previousElementSibling ?? null
    if (table !== null && getComputedStyle(table).display === 'none')
      panel.current?.querySelector('button')?.focus()
  }, [panel])
}

function detailsOf(catalog: Catalog, kind: ModelKind, id: string): ReactNode {
  if (kind === 'images') {
    const model = catalog.imageModels.find((found) => found.id === id)
    return model === undefined ? null : <ImageDetails model={model} catalog={catalog} />
  }
  const model = catalog.models.find((found) => found.id === id)
  return model === undefined ? null : <LanguageDetails model={model} catalog={catalog} />
}
