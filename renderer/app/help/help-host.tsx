import { lazy, type ReactNode, Suspense } from 'react'
import { useHelp } from './help-context.tsx'

const NumbersPanel = lazy(async () => ({ default: (await import('./numbers-panel.tsx')).NumbersPanel }))
const Tour = lazy(async () => ({ default: (await import('../tour/tour.tsx')).Tour }))
const Glossary = lazy(async () => ({ default: (await import('./glossary.tsx')).Glossary }))

/** Shows what of the help is open. */
export function HelpHost(): ReactNode {
  const help = useHelp()
  if (help === null) return null
  const { panel, tour, glossary } = help.shown
  return (
    <Suspense fallback={null}>
      {panel && <NumbersPanel onClose={help.togglePanel} showGlossary={help.showGlossary} />}
      {tour && <Tour onEnd={() => help.setTour(false)} />}
      {glossary !== null && <Glossary word={glossary} onClose={() => help.showGlossary(null)} />}
    </Suspense>
  )
}
