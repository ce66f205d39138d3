import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useHelp } from './help-context.tsx'

/** Opens and closes the panel that explains every number of the view. */
export function HelpButton(): ReactNode {
  const { t } = useTranslation('app')
  const help = useHelp()
  if (help === null) return null
  return (
    <button
      type="button"
      className="plain-button help-button"
      aria-expanded={help.shown.panel}
      aria-keyshortcuts="Shift+F1"
      title={t('whatIsThisHint')}
      onClick={help.togglePanel}
    >
      {t('whatIsThis')}
    </button>
  )
}
