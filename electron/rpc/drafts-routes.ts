import type { DraftsService } from '../services/drafts.ts'
import type { Implementer } from './implementer.ts'

export function draftsRoutes({ drafts: os }: Implementer, drafts: DraftsService) {
  return os.router({
    read: os.read.handler(({ input }) => drafts.read(input)),
    save: os.save.handler(({ input }) => drafts.save(input)),
  })
}
