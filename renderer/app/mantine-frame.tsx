import './mantine-styles.ts'
import { DirectionProvider, MantineProvider } from '@mantine/core'
import { getNonce } from 'get-nonce'
import type { ReactNode } from 'react'
import { mantineTheme, mantineVariables } from './mantine-theme.ts'
import { useAppliedTheme } from './use-applied-theme.ts'

type MantineFrameProps = { children: ReactNode; env?: 'default' | 'test' }

/**
 * What Mantine's components need around them; its styles carry the page's nonce. It is loaded with the first lazy
 * view, so that the first row of Models does not wait for it: Models and the shell use plain elements.
 */
export function MantineFrame({ children, env = 'default' }: MantineFrameProps): ReactNode {
  const theme = useAppliedTheme()
  return (
    <DirectionProvider>
      <MantineProvider
        theme={mantineTheme}
        cssVariablesResolver={mantineVariables}
        forceColorScheme={theme === 'light' ? 'light' : 'dark'}
        getStyleNonce={() => getNonce() ?? ''}
        env={env}
      >
        {children}
      </MantineProvider>
    </DirectionProvider>
  )
}
