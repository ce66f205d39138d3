import { implement } from '@orpc/server'
import { contract } from '../../shared/contract/index.ts'
import type { FakeHandlers } from './fake-handlers.ts'

type Desktop = Pick<FakeHandlers, 'desktop' | 'diagnostics'>

/** What the desktop around the page answers on a fresh start. */
export function desktopAnswers(): Desktop {
  return {
    desktop: {
      setMenu: () => ({}),
      events: async function* (_input, signal) {
        await new Promise((resolve) => signal?.addEventListener('abort', resolve))
        yield* []
      },
    },
    diagnostics: {
      read: () => ({ at: 1_770_000_000_000, text: 'Tokenbook diagnostics\n\nRuntime\n  Tokenbook: 0.0.0' }),
      openLogFolder: () => ({}),
    },
  }
}

/** The same calls over the real contract. */
export function desktopRouter(on: Desktop) {
  const { desktop, diagnostics } = implement(contract)
  return {
    desktop: {
      setMenu: desktop.setMenu.handler(({ input, signal }) => on.desktop.setMenu(input, signal)),
      events: desktop.events.handler(({ input, signal }) => on.desktop.events(input, signal)),
    },
    diagnostics: {
      read: diagnostics.read.handler(({ input, signal }) => on.diagnostics.read(input, signal)),
      openLogFolder: diagnostics.openLogFolder.handler(({ input, signal }) =>
        on.diagnostics.openLogFolder(input, signal),
      ),
    },
  }
}
