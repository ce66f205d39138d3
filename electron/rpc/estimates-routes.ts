import type { EstimatesService } from '../services/estimates.ts'
import type { Implementer } from './implementer.ts'

export function estimatesRoutes({ estimates: os }: Implementer, estimates: Pick<EstimatesService, 'read'>) {
  return os.router({ read: os.read.handler(() => estimates.read()) })
}
