import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AfterPackContext, Arch, build, type Configuration, Platform } from 'electron-builder'
import { APP_ID } from '../../electron/app/app-id.ts'
import { buildIfStale } from '../build-if-stale.ts'
import { type ElectronRuntime, electronRuntime } from '../electron-runtime.ts'
import { projectFolder } from '../project-folder.ts'
import { forgetEmptySecrets } from './empty-secrets.ts'
import { setFuses } from './fuses.ts'
import { bundledNames, licencesOf, licenceText } from './licences.ts'

export type Packed = { folder: string; executable: string; runtime: ElectronRuntime }

const iconFolder = join('scripts', 'packaging', 'icons')

/**
 * The unpacked Linux app in `<output>/linux-unpacked`, fuses set. Where the official Electron cannot be had the fallback
 * is packed, to be tried out here and never to be given to users: it brings its SQLite engine along.
 */
export async function packLinux(output: string): Promise<Packed> {
  const runtime = await electronRuntime()
  buildIfStale()
  const targets = Platform.LINUX.createTarget('dir')
  await build({
    targets,
    config: { ...configuration(output, runtime.official), ...fromRuntime(runtime) },
    publish: 'never',
  })
  const folder = join(output, 'linux-unpacked')
  return { folder, executable: join(folder, 'tokenbook'), runtime }
}

/** The installers of this computer's system in `output`. Throws unless the official Electron is there. */
export async function packInstallers(output: string): Promise<string[]> {
  const runtime = await electronRuntime()
  if (!runtime.official) throw new Error('Installers are made with the official Electron only.')
  buildIfStale()
  forgetEmptySecrets(process.env)
  return await build({ config: configuration(output, true), publish: 'never' })
}

/** Before anything is signed: a fuse is a byte of the binary. */
async function prepare(context: AfterPackContext, official: boolean): Promise<void> {
  const { appOutDir, arch, electronPlatformName, packager } = context
  // The two halves of a universal app: they are prepared once they are joined.
  if (electronPlatformName === 'darwin' && arch !== Arch.universal) return
  const name = packager.appInfo.productFilename
  // The launcher of the development runtime; a package has none.
  rmSync(join(appOutDir, 'resources', 'app'), { recursive: true, force: true })
  const executable = { darwin: `${name}.app`, mas: `${name}.app`, win32: `${name}.exe` }[electronPlatformName]
  await setFuses(join(appOutDir, executable ?? 'tokenbook'), { requireAll: official })
}

/** What all packages have in common. Only what was bundled goes in: everything else is a development dependency. */
function configuration(output: string, official: boolean): Configuration {
  const licences = join(projectFolder, 'out', 'THIRD_PARTY_LICENCES.txt')
  mkdirSync(join(projectFolder, 'out'), { recursive: true })
  const names = bundledNames(join(projectFolder, 'out', 'packages'))
  writeFileSync(licences, licenceText(licencesOf(names, join(projectFolder, 'node_modules'))))
  return {
    appId: APP_ID,
    productName: 'Tokenbook',
    copyright: 'The Tokenbook authors',
    directories: { output, buildResources: join(projectFolder, 'scripts', 'packaging') },
    files: ['out/main/**', 'out/preload/**', 'out/renderer/**', 'package.json', '!node_modules/**'],
    extraFiles: [
      { from: licences, to: 'THIRD_PARTY_LICENCES.txt' },
      { from: join(projectFolder, 'LICENSE'), to: 'LICENSE.tokenbook.txt' },
    ],
    asar: true,
    publish: null,
    afterPack: (context) => prepare(context, official),
    npmRebuild: false,
    electronLanguages: ['en-US', 'zh-CN'],
    linux: {
      target: ['AppImage', 'deb'],
      executableName: 'tokenbook',
      category: 'Development',
      synopsis: 'Model catalog and cost explorer for the xAI API',
      icon: iconFolder,
      maintainer: 'The Tokenbook authors <maintainers@tokenbook.invalid>',
      desktop: {
        entry: { Name: 'Tokenbook', Keywords: 'Grok;xAI;tokens;cost;' },
      },
    },
    mac: {
      target: [{ target: 'dmg', arch: 'universal' }],
      category: 'public.app-category.developer-tools',
      icon: join(iconFolder, 'icon.icns'),
      hardenedRuntime: true,
    },
    win: { target: 'nsis', icon: join(iconFolder, 'icon.ico') },
    nsis: { oneClick: false, allowToChangeInstallationDirectory: true },
  }
}

function fromRuntime(runtime: ElectronRuntime): Partial<Configuration> {
  const engine = 'node_modules/@photostructure/sqlite'
  const loader = 'node_modules/node-gyp-build'
  const distribution = { electronVersion: runtime.version, electronDist: runtime.folder }
  if (runtime.official) return distribution
  return {
    ...distribution,
    files: [
      'out/main/**',
      'out/preload/**',
      'out/renderer/**',
      'package.json',
      '!node_modules/**',
      { from: engine, to: engine, filter: ['package.json', 'dist/index.cjs', 'prebuilds/linux-x64/**'] },
      { from: loader, to: loader, filter: ['*.json', '*.js'] },
    ],
    asarUnpack: ['**/*.node'],
  }
}
