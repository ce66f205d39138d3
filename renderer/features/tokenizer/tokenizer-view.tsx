import { type DragEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { allNames } from '../../../shared/catalog/alias.ts'
import { GuardedButton } from '../../app/access/guarded-button.tsx'
import { useKeyAccess } from '../../app/access/use-key-access.ts'
import { type CatalogState, useCatalog } from '../../app/use-catalog.ts'
import { ViewHeading } from '../../app/view-heading.tsx'
import { loadMessages } from '../../messages/index.ts'
import { failureOfError } from '../../rpc.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { droppedFiles } from './files/dropped-files.ts'
import type { NamedFile } from './files/file-runs.ts'
import { OpenFiles } from './files/open-files.tsx'
import { readTextFile, type WhyNoText } from './files/text-file.ts'
import './tokenizer.css'
import { TokenizerContent } from './tokenizer-content.tsx'
import { type Layout, modelOf } from './tokenizer-state.ts'
import { useTokenizer } from './use-tokenizer.ts'

await loadMessages('tokenizer')

const LAYOUTS: readonly Layout[] = ['one', 'two-texts', 'two-models']

/** Paste or open text, see its tokens, and what it costs on every model. */
export function TokenizerView(): ReactNode {
  const { t } = useTranslation('tokenizer')
  const { state: catalog, refresh } = useCatalog()
  const models = catalog.kind === 'known' ? catalog.catalog.models : null
  const { store, state } = useTokenizer(models)
  const access = useKeyAccess()
  const [refused, setRefused] = useState<{ name: string; why: WhyNoText } | null>(null)
  const [dropping, setDropping] = useState(false)
  const open = async (files: readonly NamedFile[]) => {
    setRefused(null)
    const [first] = files
    if (first === undefined) return
    if (files.length > 1) return store.files.start(files, modelOf(state, 'a') ?? '')
    const read = await readTextFile(first.file)
    if (read.kind === 'text') store.fill('a', read.text, first.name)
    else setRefused({ name: first.name, why: read.why })
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setDropping(false)
    void droppedFiles(event.dataTransfer).then(open)
  }
  return (
    // Files can be opened with the buttons as well; dropping is a shorter way for a mouse.
    // biome-ignore lint/a11y/noStaticElementInteractions: a drop target, see above
    <div
      className="tokenizer"
      data-dropping={dropping}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setDropping(true)
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={onDrop}
    >
      <ViewHeading view="tokenizer">
        <div className="tokenizer-tools">
          <Segmented
            label={t('layout.label')}
            value={state.layout}
            options={LAYOUTS.map((value) => ({ value, label: t(`layout.${value}`) }))}
            onChange={store.show}
          />
          <OpenFiles onFiles={(files) => void open(files)} />
          <GuardedButton
            kind="primary"
            answer={access.of('tokenize', allNames(modelOf(state, 'a') ?? '', models ?? []))}
            onClick={store.count}
          >
            {t('countTokens')}
          </GuardedButton>
        </div>
      </ViewHeading>
      {refused !== null && (
        <p role="alert" className="token-warning">
          {t('refusedFile', { name: refused.name, why: t(`files.refused.${refused.why}`) })}
        </p>
      )}
      <NoList catalog={catalog} onRetry={refresh} />
      <TokenizerContent
        state={state}
        store={store}
        models={models ?? []}
        demo={catalog.kind === 'known' && catalog.catalog.demo}
      />
    </div>
  )
}

/** Without a list there is no model to count on: why there is none, and how to ask for it again. */
function NoList({ catalog, onRetry }: { catalog: CatalogState; onRetry: () => void }): ReactNode {
  const { t } = useTranslation('tokenizer')
  if (catalog.kind === 'loading' || (catalog.kind === 'known' && catalog.catalog.from !== 'none')) return null
  const failure =
    catalog.kind === 'failed'
      ? failureOfError(catalog.error)
      : (catalog.catalog.failure ?? failureOfError(catalog.refreshError))
  return (
    <FailureNotice failure={failure} onRetry={onRetry} kept={t('noList')} asked={{ endpoint: 'models' }} />
  )
}
