import type { Violation } from './violation.ts'

export const fixedTopLevel = 'top-level folders and files are fixed'
export const fixedFolders = 'source folders are those of the architecture'
export const namedAfterContent = 'a file is named after what it defines'

const topFolders = ['.ci', '.github', 'docs', 'electron', 'renderer', 'scripts', 'shared', 'test']
const topFiles = [
  '.gitignore',
  '.npmrc',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'biome.json',
  'electron.vite.config.ts',
  'knip.json',
  'knip.ts',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
]

/** What may stand directly below a source folder, beside its `tsconfig.json`. A name with a dot is a file. */
const children: Readonly<Record<string, readonly string[]>> = {
  electron: [
    'main.ts',
    'compose-desktop.ts',
    'compose-ledger.ts',
    'compose-log.ts',
    'load-services.ts',
    'compose-services.ts',
    'start-services.ts',
    'app',
    'demo',
    'preload',
    'rpc',
    'services',
    'storage',
    'xai',
  ],
  renderer: ['index.html', 'main.tsx', 'rpc.ts', 'app', 'features', 'messages', 'ui'],
  'renderer/features': ['models', 'compare', 'tokenizer', 'playground', 'usage', 'api-key', 'settings'],
  shared: [
    'assert-never.ts',
    'default-preferences.ts',
    'json-of.ts',
    'catalog',
    'chat',
    'compare',
    'contract',
    'desktop',
    'estimate',
    'export',
    'key',
    'language',
    'ledger',
    'money',
    'permissions',
    'pricing',
    'tokens',
    'usage',
  ],
  test: ['architecture', 'bench', 'component', 'contract', 'e2e', 'faults', 'support', 'unit'],
}

/** Names that say what kind of thing a file holds, not what it defines. */
const emptyNames = new Set(
  ['util', 'helper', 'constant', 'manager', 'misc'].flatMap((name) => [name, `${name}s`]).concat('common'),
)

/** Every path, relative to the root of the tree, that stands where nothing of its kind belongs or has an empty name. */
export function checkLayout(paths: readonly string[]): Violation[] {
  return paths.flatMap((path) =>
    [topLevel(path), childOf(path), emptyName(path)].flatMap((found) => found ?? []),
  )
}

function topLevel(path: string): Violation | null {
  const [first = '', ...rest] = path.split('/')
  const allowed = rest.length === 0 ? topFiles : topFolders
  return allowed.includes(first) ? null : violation(fixedTopLevel, path, first)
}

function childOf(path: string): Violation | null {
  const parent = Object.keys(children)
    .filter((folder) => path.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0]
  if (parent === undefined) return null
  const [name = ''] = path.slice(parent.length + 1).split('/')
  return name === 'tsconfig.json' || children[parent]?.includes(name)
    ? null
    : violation(fixedFolders, path, `${parent}/${name}`)
}

function emptyName(path: string): Violation | null {
  const words = path
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
  const empty = words.find((word) => emptyNames.has(word))
  return empty === undefined ? null : violation(namedAfterContent, path, empty)
}

function violation(rule: string, path: string, what: string): Violation {
  return { rule, path, line: 0, what }
}
