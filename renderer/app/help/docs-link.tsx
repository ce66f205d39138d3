import type { ReactNode } from 'react'
import { useRpc } from '../../rpc.ts'
import { DOCS_PAGES, type DocsPage } from './docs-pages.ts'
import { useHelpWords } from './use-help-words.ts'

/** Asks to open a page of the provider's documentation: the main process shows the host first, as for every address. */
export function DocsLink({ page }: { page: DocsPage }): ReactNode {
  const { t } = useHelpWords()
  const { client } = useRpc()
  const url = DOCS_PAGES[page]
  return (
    <button
      type="button"
      className="plain-button docs-link"
      title={url}
      onClick={() => void client.about.openLink({ url }).catch(() => undefined)}
    >
      {t('help:docs.open', { page: t(`help:docs.pages.${page}`) })}
    </button>
  )
}
