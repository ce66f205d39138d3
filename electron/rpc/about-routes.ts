import type { About } from '../../shared/contract/about.ts'
import type { Implementer } from './implementer.ts'

export type AboutService = {
  read(): About | Promise<About>
  openLink(url: string): Promise<'opened' | 'declined' | 'refused'>
}

export function aboutRoutes({ about: os }: Implementer, about: AboutService) {
  return os.router({
    read: os.read.handler(() => about.read()),
    openLink: os.openLink.handler(async ({ input }) => ({ outcome: await about.openLink(input.url) })),
  })
}
