// Starts the app as its own folder would, but keeps `ready` from it until Playwright has attached, so that no window
// opens while Playwright still takes stock of the windows there are: it can wait for ever for one that does. Playwright's
// own loader (playwright-core/lib/server/electron/loader.js) does the same and more: it adds switches, among them
// --password-store=basic, that would make another app of ours.
const path = require('node:path')
const { app } = require('electron')

// Only the process that Playwright started is held: neither one that it starts, nor itself when it starts again.
const held = process.env.TOKENBOOK_HELD_START === '1'
delete process.env.TOKENBOOK_HELD_START
if (held) holdReady()

const named = process.argv.findIndex((argument) => path.resolve(argument) === __dirname)
process.argv[named] = path.resolve(__dirname, '../..')
require('../fallback-launcher.cjs')

function holdReady() {
  const emit = app.emit.bind(app)
  let ready = false
  let letGo = () => undefined
  const released = new Promise((resolve) => {
    letGo = resolve
  })
  const reached = new Promise((resolve) => {
    app.emit = (name, ...rest) => (name === 'ready' ? Boolean(resolve(rest)) : emit(name, ...rest))
  })
  app.isReady = () => ready
  app.whenReady = () => released
  // Playwright calls it by this name when it has attached.
  globalThis.__playwright_run = async () => {
    const rest = await reached
    app.emit = emit
    ready = true
    letGo()
    emit('ready', ...rest)
  }
}
