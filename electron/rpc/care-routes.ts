import type { CareService } from '../services/care.ts'
import type { Implementer } from './implementer.ts'

export function careRoutes({ care: os }: Implementer, care: Omit<CareService, 'tend'>) {
  return os.router({
    read: os.read.handler(() => care.read()),
    backUpNow: os.backUpNow.handler(() => care.backUpNow()),
    restore: os.restore.handler(async ({ input }) => {
      await care.restore(input.id)
      return {}
    }),
    setRetention: os.setRetention.handler(({ input }) => care.setRetention(input)),
    deleteAll: os.deleteAll.handler(() => {
      care.deleteAll()
      return {}
    }),
    openDataFolder: os.openDataFolder.handler(async () => {
      await care.openDataFolder()
      return {}
    }),
  })
}
