import type { About } from '../../shared/contract/about.ts'
import type { ReportBug } from '../services/report-bug.ts'
import type { Implementer } from './implementer.ts'

export type AboutService = {
  read(): About | Promise<About>
  openLink(url: string): Promise<'opened' | 'declined' | 'refused'>
}

/** `reportBug` hears of faults of the page: they are logged once, here, like all others. */
export function aboutRoutes({ about: os }: Implementer, about: AboutService, reportBug: ReportBug) {
  return os.router({
    read: os.read.handler(() => about.read()),
    openLink: os.openLink.handler(async ({ input }) => ({ outcome: await about.openLink(input.url) })),
    reportFault: os.reportFault.handler(({ input }) => {
      reportBug(`page: ${input.where}`, input.stack)
      return {}
    }),
  })
}
