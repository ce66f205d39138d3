import { release, type } from 'node:os'
import { app } from 'electron'
import type { RuntimeFacts } from '../services/diagnostics.ts'

export function appVersion(): string {
  return app.getVersion()
}

/** Versions of what the app runs on. `sqlite` is the engine that was loaded. */
export function runtimeFacts(sqlite: string): RuntimeFacts {
  return {
    Tokenbook: `${app.getVersion()}${app.isPackaged ? '' : ' (not packaged)'}`,
    Electron: process.versions['electron'] ?? 'unknown',
    Chromium: process.versions['chrome'] ?? 'unknown',
    'Node.js': process.versions.node,
    SQLite: sqlite,
    System: `${type()} ${release()}, ${process.arch}`,
    Locale: app.getLocale(),
    'Up for': `${Math.round(process.uptime())} s`,
    Memory: `${Math.round(process.memoryUsage().rss / 1024 / 1024)} MB in the main process`,
  }
}
