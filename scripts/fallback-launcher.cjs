// Official Electron has a default app that starts the folder named on its command line. The fallback runtime has not,
// so this does the same there: name, version and paths as if the folder had been started directly.
const path = require('node:path')
const { app } = require('electron')

const named = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (named === undefined) {
  process.stderr.write('Name the folder of the app to start.\n')
  app.exit(1)
} else {
  const folder = path.resolve(named)
  const manifest = require(path.join(folder, 'package.json'))
  app.setName(manifest.productName ?? manifest.name)
  app.setVersion(manifest.version)
  app.setAppPath(folder)
  app.setPath('userData', path.join(app.getPath('appData'), app.getName()))
  require(path.join(folder, manifest.main))
}
