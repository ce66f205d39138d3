import type { Services } from '../../../electron/rpc/router.ts'
import { createDesktop } from '../../../electron/services/desktop.ts'

const NO_UPDATES = { address: null, version: '0.0.0', sends: 'Tokenbook/0.0.0', last: null }

/** What stands around the page on a computer, for the router; nothing of it leaves this process. */
export function desktopServices(): Pick<Services, 'desktop' | 'diagnostics' | 'licences' | 'updates'> {
  return {
    desktop: createDesktop({ showMenu: () => {} }),
    licences: { list: async () => [] },
    updates: { read: () => NO_UPDATES, check: async () => NO_UPDATES },
    diagnostics: {
      read: async () => ({ at: 0, text: 'Tokenbook diagnostics' }),
      openLogFolder: async () => {},
    },
  }
}
