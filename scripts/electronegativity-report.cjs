/**
 * Runs inside `npx --package=@doyensec/electronegativity`: `node <this> <report.json> <folder>…`. Its command line
 * always exits with 0, says nothing of files it could not read, and fetches translations on each start (which crashes
 * it without a network); its own function tells all of that and needs none.
 */
const { existsSync, realpathSync, writeFileSync } = require('node:fs')
const Module = require('node:module')
const { delimiter, dirname, join } = require('node:path')

const [reportFile, ...folders] = process.argv.slice(2)
const command = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'electronegativity'))
  .find(existsSync)
if (command === undefined) throw new Error('electronegativity is not on the PATH that npx set')

const load = Module._load
Module._load = function loadWithoutNetwork(name, ...rest) {
  if (name === 'got') return () => Promise.reject(new Error('no network needed'))
  return load.call(this, name, ...rest)
}
const run = require(join(dirname(realpathSync(command)), 'runner.js'))

async function scan(input) {
  const electronVersionOverride = process.env.SCANNED_ELECTRON_VERSION
  const excludeFromScan = ['AvailableSecurityFixesGlobalCheck']
  const { globalChecks, atomicChecks, errors, issues } = await run({
    input,
    isRelative: true,
    excludeFromScan,
    electronVersionOverride,
  })
  return {
    checks: globalChecks + atomicChecks,
    unread: errors.map(({ file, message }) => ({ file, message })),
    findings: issues.map(({ id, file, location, severity, sample }) => ({
      check: id,
      file,
      line: location.line,
      severity: severity.name,
      sample: String(sample ?? '').slice(0, 200),
    })),
  }
}

async function main() {
  const report = {}
  for (const folder of folders) report[folder] = await scan(folder)
  writeFileSync(reportFile, JSON.stringify(report))
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`)
  process.exit(1)
})
