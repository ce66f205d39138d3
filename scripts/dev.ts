import { electronArguments } from './electron-arguments.ts'
import { electronRuntime } from './electron-runtime.ts'
import { projectFolder } from './project-folder.ts'
import { exitCodeOf } from './run-command.ts'
import { ensureLibraries } from './system-libraries.ts'
import { ensureDisplay } from './virtual-display.ts'

/** `npm run dev`: the page from a dev server with hot reload, main and preload rebuilt and restarted on change. */
ensureLibraries({ display: Boolean(process.env['DISPLAY']), session: false })
await electronRuntime()
const display = await ensureDisplay()
const vite = `${projectFolder}/node_modules/electron-vite/bin/electron-vite.js`
process.exitCode = exitCodeOf(process.execPath, [vite, 'dev', '--watch', '--', ...electronArguments(null)])
display.stop()
