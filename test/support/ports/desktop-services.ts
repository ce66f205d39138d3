import type { Services } from '../../../electron/rpc/router.ts'

/** What stands around the page on a computer, for the router; nothing of it leaves this process. */
export function desktopServices(): Pick<Services, 'diagnostics'> {
  return {
    diagnostics: {
      read: async () => ({ at: 0, text: 'Tokenbook diagnostics' }),
      openLogFolder: async () => {},
    },
  }
}
