import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { bundleBudget } from './scripts/bundle-budget.ts'
import { bundledPackages } from './scripts/bundled-packages.ts'
import { licenceList } from './scripts/licence-list.ts'

const here = import.meta.dirname
const budget = resolve(here, 'scripts/bundle-budget.json')
/** In main's folder, from where the page asks for it; `emptyOutDir` of main comes before it is written. */
const licences = () =>
  licenceList(
    resolve(here, 'out/packages'),
    resolve(here, 'node_modules'),
    resolve(here, 'out/main/licences.json'),
  )
/** GitHub Actions names the repository that it builds a release of: only such a build knows where releases are. */
const repository = process.env['GITHUB_REPOSITORY']
const releases =
  repository === undefined ? null : `https://api.github.com/repos/${repository}/releases/latest`
const packages = (realm: string): string => resolve(here, 'out/packages', `${realm}.json`)

/** The libraries of the first view, and the few modules of ours that other views share with it. */
const FIRST_VIEW = new RegExp(
  [
    'node_modules/(react|react-dom|scheduler|i18next|react-i18next|@orpc|wouter|use-sync-external-store|get-nonce)/',
    'node_modules/@tanstack/(react-query|query-core)/',
    'renderer/(rpc|app/(use-address-state|use-applied-theme|use-preferences|use-connection|use-catalog|use-first-quiet|view-heading|when-idle)[.])',
    'renderer/ui/(time-text|number-text|icon|age|disclosure|tab-list|segmented|state-panel|id-text|decimal-alignment|failure-notice|button|use-press-outside|demo-mark)[.]',
    'shared/(assert-never|money/ticks|pricing/rates)',
  ]
    .join('|')
    .replaceAll('/', '[\\\\/]'),
)

/**
 * Everything is bundled, so a package carries only what runs. The targets are lower than the Electron we ship, so that
 * the same build also runs on the fallback runtime (docs/decisions/0005-electron-runtime.md).
 */
export default defineConfig(({ command }) => ({
  main: {
    plugins: [bundleBudget('main', budget), bundledPackages(packages('main')), licences()],
    define: { __DEVELOPMENT__: JSON.stringify(command === 'serve'), __RELEASES__: JSON.stringify(releases) },
    build: {
      target: 'node18',
      outDir: 'out/main',
      externalizeDeps: false,
      minify: true,
      rolldownOptions: {
        input: { main: resolve(here, 'electron/main.ts') },
        // Both SQLite engines come with a runtime or a package of their own: electron/storage/engine.ts picks one.
        external: ['electron', /^node:/, '@photostructure/sqlite'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    plugins: [bundleBudget('preload', budget), bundledPackages(packages('preload'))],
    build: {
      target: 'node18',
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(here, 'electron/preload/preload.ts') },
        external: ['electron'],
        // A sandboxed preload cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(here, 'renderer'),
    plugins: [react(), bundleBudget('renderer', budget), bundledPackages(packages('renderer')), licences()],
    build: {
      target: 'chrome114',
      // electron-vite leaves pages unminified; parsing is part of the start time.
      minify: true,
      outDir: resolve(here, 'out/renderer'),
      emptyOutDir: true,
      // Fonts must be files: the content security policy has no data: for them.
      assetsInlineLimit: 0,
      // Chunks lie on this disk: the first view need not carry lists of what each later one imports, only of its styles.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, dependencies, { hostType }) =>
          hostType === 'html' ? dependencies : dependencies.filter((path) => path.endsWith('.css')),
      },
      rolldownOptions: {
        input: { index: resolve(here, 'renderer/index.html') },
        // The libraries of the first view come in one file: each file more is one more answer of the main process.
        output: {
          codeSplitting: {
            groups: [
              {
                name: 'libraries',
                test: FIRST_VIEW,
              },
            ],
          },
        },
      },
    },
  },
}))
