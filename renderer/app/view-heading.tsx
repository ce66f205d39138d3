import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { HelpButton } from './help/help-button.tsx'
import type { ViewName } from './views.ts'

/** The one `h1` of a view: the same words as its link. `children` stand at its right, such as a view's main switch. */
export function ViewHeading({ view, children }: { view: ViewName; children?: ReactNode }): ReactNode {
  const { t } = useTranslation('app')
  return (
    <header className="view-heading">
      <div className="view-title">
        <h1>{t(`views.${view}`)}</h1>
        <HelpButton />
      </div>
      {children}
    </header>
  )
}
