import type { LicencesService } from '../services/licences.ts'
import type { Implementer } from './implementer.ts'

export function licencesRoutes({ licences: os }: Implementer, licences: LicencesService) {
  return os.router({ list: os.list.handler(() => licences.list()) })
}
