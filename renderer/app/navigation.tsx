import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { Icon } from '../ui/icon.tsx'
import { usePreferences } from './use-preferences.ts'
import { viewNames, viewOfPath, viewPath } from './views.ts'

/** Links to the seven views; collapsed they keep their names for a screen reader and as tooltip. */
export function Navigation(): ReactNode {
  const { t } = useTranslation('app')
  const { preferences, change } = usePreferences()
  const [path] = useLocation()
  const current = viewOfPath(path)
  const collapsed = preferences.navigationCollapsed
  const toggleName = collapsed ? t('expand') : t('collapse')
  return (
    <nav className="navigation" aria-label={t('navigation')} data-collapsed={collapsed}>
      <ul>
        {viewNames.map((view, index) => (
          <li key={view}>
            <Link
              href={viewPath(view)}
              aria-current={view === current ? 'page' : undefined}
              aria-keyshortcuts={`Control+${index + 1}`}
              title={t('viewTitle', { view: t(`views.${view}`), number: index + 1 })}
            >
              <Icon name={view} />
              <span className={collapsed ? 'visually-hidden' : undefined}>{t(`views.${view}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="navigation-toggle"
        aria-expanded={!collapsed}
        title={toggleName}
        onClick={() => change({ navigationCollapsed: !collapsed })}
      >
        <Icon name={collapsed ? 'expand' : 'collapse'} />
        <span className={collapsed ? 'visually-hidden' : undefined}>{toggleName}</span>
      </button>
    </nav>
  )
}
