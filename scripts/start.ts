import { spawn } from 'node:child_process'
import { buildIfStale } from './build-if-stale.ts'
import { electronArguments } from './electron-arguments.ts'
import { electronRuntime } from './electron-runtime.ts'
import { projectFolder } from './project-folder.ts'
import { startAndReport } from './start-and-report.ts'
import { ensureLibraries } from './system-libraries.ts'
import { ensureDisplay } from './virtual-display.ts'

/** `npm start`: sets up what is missing and opens the app; `-- --once` ends after the first view and a screenshot. */
const once = process.argv.includes('--once')
const userData = process.argv
  .find((one) => one.startsWith('--user-data-dir='))
  ?.slice('--user-data-dir='.length)
const hasDisplay =
  Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']) || process.platform !== 'linux'

try {
  ensureLibraries({ display: hasDisplay, session: false })
  const runtime = await electronRuntime()
  buildIfStale()
  const display = await ensureDisplay()
  if (display.virtual || once) {
    await startAndReport({ runtime, once, userData: userData ?? null }).finally(display.stop)
  } else openWindow(runtime.executable)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function openWindow(executable: string): void {
  const child = spawn(executable, [projectFolder, ...electronArguments(userData ?? null)], {
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  child.on('close', (code) => {
    process.exitCode = code ?? 0
  })
}
