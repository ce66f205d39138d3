import type { DiagnosticsService } from '../services/diagnostics.ts'
import type { Implementer } from './implementer.ts'

export function diagnosticsRoutes({ diagnostics: os }: Implementer, diagnostics: DiagnosticsService) {
  return os.router({
    read: os.read.handler(() => diagnostics.read()),
    openLogFolder: os.openLogFolder.handler(async () => {
      await diagnostics.openLogFolder()
      return {}
    }),
  })
}
