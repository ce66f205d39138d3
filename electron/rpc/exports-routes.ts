import type { ExportService } from '../services/exports.ts'
import type { Implementer } from './implementer.ts'

export function exportsRoutes({ exports: os }: Implementer, exports: ExportService) {
  return os.router({ save: os.save.handler(({ input }) => exports.save(input)) })
}
