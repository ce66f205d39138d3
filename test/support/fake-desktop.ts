import { implement } from '@orpc/server'
import { contract } from '../../shared/contract/index.ts'
import type { FakeHandlers } from './fake-handlers.ts'

type Desktop = Pick<FakeHandlers, 'desktop' | 'diagnostics' | 'licences' | 'updates'>

const noUpdates = () => ({ address: null, version: '0.0.0', sends: 'Tokenbook/0.0.0', last: null })

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
    licences: { list: () => [] },
    updates: { read: noUpdates, check: noUpdates },
    diagnostics: {
      read: () => ({ at: 1_770_000_000_000, text: 'Tokenbook diagnostics\n\nRuntime\n  Tokenbook: 0.0.0' }),
      openLogFolder: () => ({}),
    },
  }
}

/** The same calls over the real contract. */
export function desktopRouter(on: Desktop) {
  const { desktop, diagnostics, licences, updates } = implement(contract)
  return {
    licences: { list: licences.list.handler(({ input, signal }) => on.licences.list(input, signal)) },
    updates: {
      read: updates.read.handler(({ input, signal }) => on.updates.read(input, signal)),
      check: updates.check.handler(({ input, signal }) => on.updates.check(input, signal)),
    },
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
