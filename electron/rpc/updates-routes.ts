import type { UpdatesService } from '../services/updates.ts'
import type { Implementer } from './implementer.ts'

export function updatesRoutes({ updates: os }: Implementer, updates: Pick<UpdatesService, 'read' | 'check'>) {
  return os.router({
    read: os.read.handler(() => updates.read()),
    check: os.check.handler(() => updates.check()),
  })
}
