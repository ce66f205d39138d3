import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useRpc } from '../rpc.ts'
import { DemoBanner } from './demo-banner.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { HelpProvider } from './help/help-context.tsx'
import { Navigation } from './navigation.tsx'
import { PaletteHost } from './palette/palette-host.tsx'
import { useRememberedPlaces } from './places.ts'
import { Routes } from './routes.tsx'
import { StatusBar } from './status-bar.tsx'
import { StorageNotice } from './storage-notice.tsx'
import { usePreferences } from './use-preferences.ts'
import { useShownLanguage } from './use-shown-language.ts'
import { type ViewName, viewOfPath, viewPath } from './views.ts'
import { whenIdle } from './when-idle.ts'

const CONTENT = 'content'

const UnsavedNotice = lazy(async () => {
  await whenIdle()
  return { default: (await import('./spend/unsaved-notice.tsx')).UnsavedNotice }
})

const HelpHost = lazy(async () => {
  await whenIdle()
  return { default: (await import('./help/help-host.tsx')).HelpHost }
})

/** The frame: navigation, the view, the status bar, and the help over all of it. */
export function Shell(): ReactNode {
  return (
    <HelpProvider>
      <Frame />
    </HelpProvider>
  )
}

function Frame(): ReactNode {
  const { t } = useTranslation('app')
  const [path] = useLocation()
  const view = viewOfPath(path) ?? 'models'
  const heading = t(`views.${view}`)
  const content = useRef<HTMLElement>(null)
  const report = useReport(view)
  useShownLanguage()
  useRememberedView(view)
  useRememberedPlaces()
  useTitle(heading)
  useEnteredView(view, content)
  return (
    <div className="shell">
      <button type="button" className="skip-link" onClick={() => content.current?.focus()}>
        {t('skip')}
      </button>
      <Navigation />
      <div className="centre">
        <StorageNotice />
        <Suspense fallback={null}>
          <UnsavedNotice />
        </Suspense>
        <DemoBanner />
        <main id={CONTENT} ref={content} tabIndex={-1} className="content">
          <ErrorBoundary key={view} heading={heading} report={report}>
            <Routes />
          </ErrorBoundary>
        </main>
      </div>
      <Suspense fallback={null}>
        <HelpHost />
      </Suspense>
      <StatusBar />
      <PaletteHost />
    </div>
  )
}

/** Hands a bug of the page to main, where all bugs are logged; a report that fails has nowhere else to go. */
function useReport(view: ViewName): (error: Error) => void {
  const { client } = useRpc()
  return (error) => {
    const stack = (error.stack ?? error.message).slice(0, 8000)
    void client.about.reportFault({ where: view, stack }).catch(() => undefined)
  }
}

function useRememberedView(view: ViewName): void {
  const { preferences, known, change } = usePreferences()
  const path = viewPath(view)
  const remembered = !known || preferences.lastView === path
  useEffect(() => {
    if (!remembered) change({ lastView: path })
  }, [remembered, path, change])
}

function useTitle(heading: string): void {
  useEffect(() => {
    document.title = `${heading} – Tokenbook`
  }, [heading])
}

/** A new view begins at its top and gets the focus, except at the start, so that a screen reader begins at its heading. */
function useEnteredView(view: ViewName, content: React.RefObject<HTMLElement | null>): void {
  const entered = useRef<ViewName | null>(null)
  useEffect(() => {
    const main = content.current
    if (main !== null && entered.current !== null && entered.current !== view) {
      main.focus({ preventScroll: true })
      // In a small window what is around the view scrolls, elsewhere the view itself (small-window.css).
      for (const scroller of [main, main.parentElement]) if (scroller) scroller.scrollTop = 0
    }
    entered.current = view
  }, [view, content])
}
