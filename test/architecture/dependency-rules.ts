import { type Edge, type ImportGraph, loadedBy, type Target } from './import-graph.ts'
import { isBelow } from './source-file.ts'
import type { Violation } from './violation.ts'

/** One rule of the import graph: which files it binds, and which of their imports it allows. */
export type DependencyRule = {
  name: string
  why: string
  binds: (path: string) => boolean
  allows: (edge: Edge, graph: ImportGraph) => boolean
}

/** Files besides `electron/app` that may import values from 'electron'. */
const electronDoors = ['electron/rpc/connection.ts', 'electron/main.ts']
const plainNode = ['electron/services', 'electron/xai', 'electron/storage', 'electron/demo']
/** Packages that read or write with Electron; `electron-store` imports 'electron' itself. */
const electronPackages = ['electron', 'electron-store']
/** Packages that belong to the main process: the page trusts what crosses the port and stays small. */
const validators = ['zod', '@orpc/contract', '@orpc/server']

export const dependencyRules: readonly DependencyRule[] = [
  {
    name: 'shared imports only zod and @orpc/contract',
    why: 'both processes load it, so it can lean on neither',
    binds: (path) => isBelow(path, 'shared'),
    allows: ({ target }) => isOurs(target, 'shared') || isPackage(target, 'zod', '@orpc/contract'),
  },
  {
    name: 'electron never imports renderer',
    why: 'the main process knows the page only through the contract',
    binds: (path) => isBelow(path, 'electron'),
    allows: ({ target }) => isForeign(target) || isOurs(target, 'electron', 'shared'),
  },
  {
    name: 'preload imports nothing of ours',
    why: 'it only hands over the port; a sandboxed preload can load nothing but electron',
    binds: (path) => isBelow(path, 'electron/preload'),
    allows: ({ target }) => isOurs(target, 'electron/preload') || isPackage(target, 'electron'),
  },
  {
    name: 'nothing imports preload',
    why: 'it is an entry of its own that runs in the page',
    binds: (path) => !isBelow(path, 'electron/preload', 'test'),
    allows: ({ target }) => !isOurs(target, 'electron/preload'),
  },
  {
    name: 'renderer imports only shared',
    why: 'the page is sandboxed: neither electron nor Node exists there',
    binds: (path) => isBelow(path, 'renderer'),
    allows: ({ target }) =>
      target.kind === 'package'
        ? !isPackage(target, ...electronPackages)
        : isOurs(target, 'renderer', 'shared'),
  },
  {
    name: 'renderer takes the contract as types only',
    why: 'the schemas run in the main process',
    binds: (path) => isBelow(path, 'renderer'),
    allows: ({ target, kind }) => kind === 'type' || !isOurs(target, 'shared/contract'),
  },
  {
    name: 'no validator is loaded into the page',
    why: 'zod would be parsed at each start of the window for nothing',
    binds: (path) => isBelow(path, 'renderer'),
    allows: ({ target, kind }, graph) => {
      if (kind === 'type' || isPackage(target, ...validators)) return kind === 'type'
      return !(isOurs(target, 'shared') && loadsAny(target, validators, graph))
    },
  },
  {
    name: 'a feature never imports another feature',
    why: 'what two features need lives in ui, in app or in shared',
    binds: (path) => isBelow(path, 'renderer/features'),
    allows: ({ from, target }) => {
      const [, , own = ''] = from.split('/')
      return !isOurs(target, 'renderer/features') || isOurs(target, `renderer/features/${own}`)
    },
  },
  {
    name: 'ui knows no feature',
    why: 'its widgets serve every feature',
    binds: (path) => isBelow(path, 'renderer/ui'),
    allows: ({ target }) => !isOurs(target, 'renderer/features'),
  },
  {
    name: 'services, xai, storage and demo run without electron',
    why: 'they are tested in plain Node and built from ports',
    binds: (path) => isBelow(path, ...plainNode),
    allows: ({ target, kind }, graph) =>
      !isPackage(target, ...electronPackages) &&
      (kind === 'type' || !loadsAny(target, electronPackages, graph)),
  },
  {
    name: 'only thin adapters import values from electron',
    why: 'everything else can be tested without it',
    binds: (path) =>
      isBelow(path, 'electron') &&
      !isBelow(path, 'electron/app', 'electron/preload') &&
      !electronDoors.includes(path),
    allows: ({ target, kind }) => kind === 'type' || !isPackage(target, ...electronPackages),
  },
]

/** Every import that one of the rules forbids. */
export function checkDependencies(graph: ImportGraph): Violation[] {
  return dependencyRules.flatMap((rule) =>
    [...graph]
      .filter(([path]) => rule.binds(path))
      .flatMap(([, edges]) => edges.filter((edge) => !rule.allows(edge, graph)))
      .map(({ from, line, specifier, kind }) => ({
        rule: rule.name,
        path: from,
        line,
        what: `${kind} import of '${specifier}': ${rule.why}`,
      })),
  )
}

function isPackage(target: Target, ...names: readonly string[]): boolean {
  return target.kind === 'package' && names.includes(target.name)
}

function isForeign(target: Target): boolean {
  return target.kind === 'package' || target.kind === 'builtin'
}

function isOurs(target: Target, ...folders: readonly string[]): boolean {
  return (target.kind === 'module' || target.kind === 'asset') && isBelow(target.path, ...folders)
}

function loadsAny(target: Target, packages: readonly string[], graph: ImportGraph): boolean {
  return target.kind === 'module' && packages.some((name) => loadedBy(target.path, graph).has(name))
}
