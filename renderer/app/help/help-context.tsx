import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { GlossaryWord } from './number-words.ts'

/** What of the help is open. `glossary`: the word to begin with, `first` for none in particular. */
type HelpShown = { panel: boolean; tour: boolean; glossary: GlossaryWord | 'first' | null }

export type Help = {
  shown: HelpShown
  togglePanel: () => void
  setTour: (tour: boolean) => void
  showGlossary: (word: GlossaryWord | 'first' | null) => void
}

const HelpContext = createContext<Help | null>(null)

/** Keeps what of the help is open, for the button in the heading, the palette and the panel itself. */
export function HelpProvider({ children }: { children: ReactNode }): ReactNode {
  const [shown, show] = useState<HelpShown>({ panel: false, tour: false, glossary: null })
  const help = useMemo<Help>(
    () => ({
      shown,
      togglePanel: () => show((before) => ({ ...before, panel: !before.panel })),
      setTour: (tour) => show((before) => ({ ...before, tour })),
      showGlossary: (glossary) => show((before) => ({ ...before, glossary })),
    }),
    [shown],
  )
  return <HelpContext.Provider value={help}>{children}</HelpContext.Provider>
}

/** `null` where a view stands without the frame around it. */
export function useHelp(): Help | null {
  return useContext(HelpContext)
}
