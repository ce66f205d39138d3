import type { Services } from '../../../electron/rpc/router.ts'
import { createDesktop } from '../../../electron/services/desktop.ts'

/** What stands around the page on a computer, for the router; nothing of it leaves this process. */
export function desktopServices(): Pick<Services, 'desktop' | 'diagnostics'> {
  return {
    desktop: createDesktop({ showMenu: () => {} }),
    diagnostics: {
      read: async () => ({ at: 0, text: 'Tokenbook diagnostics' }),
      openLogFolder: async () => {},
    },
  }
}
