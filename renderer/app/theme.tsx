import { type ReactNode, useLayoutEffect } from 'react'
import { useAppliedTheme } from './use-applied-theme.ts'

/** Puts the theme on the document, where the tokens (`data-theme`) and the browser's own controls read it. */
export function Theme({ children }: { children: ReactNode }): ReactNode {
  const theme = useAppliedTheme()
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme
    document.documentElement.style.colorScheme = theme === 'light' ? 'light' : 'dark'
  }, [theme])
  return children
}
