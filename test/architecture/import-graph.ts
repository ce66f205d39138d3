import { builtinModules } from 'node:module'
import { posix } from 'node:path'
import type { Import, ParsedModule } from './parsed-module.ts'

/** What an import leads to. `asset` is a file of ours that is not TypeScript, such as a style sheet. */
export type Target =
  | { kind: 'module'; path: string }
  | { kind: 'asset'; path: string }
  | { kind: 'package'; name: string }
  | { kind: 'builtin'; name: string }

export type Edge = Import & { from: string; target: Target }

/** The imports of a tree by the file that holds them. */
export type ImportGraph = ReadonlyMap<string, readonly Edge[]>

export function importGraph(modules: readonly ParsedModule[]): ImportGraph {
  return new Map(
    modules.map(({ path, imports }) => [
      path,
      imports.map((entry) => ({ ...entry, from: path, target: targetOf(path, entry.specifier) })),
    ]),
  )
}

/** The packages and built-in modules that loading `path` loads, directly or through files of ours. */
export function loadedBy(path: string, graph: ImportGraph): ReadonlySet<string> {
  const loaded = new Set<string>()
  const seen = new Set([path])
  // `seen` grows while it is walked: a Set visits what is added during the walk.
  for (const current of seen) {
    for (const { kind, target } of graph.get(current) ?? []) {
      if (kind === 'type') continue
      if (target.kind === 'module') seen.add(target.path)
      if (target.kind === 'package' || target.kind === 'builtin') loaded.add(target.name)
    }
  }
  return loaded
}

function targetOf(from: string, specifier: string): Target {
  const [bare = specifier] = specifier.split('?')
  if (bare.startsWith('.')) {
    const path = posix.join(posix.dirname(from), bare)
    return { kind: /\.tsx?$/.test(path) ? 'module' : 'asset', path }
  }
  if (bare.startsWith('node:') || builtinModules.includes(bare)) return { kind: 'builtin', name: bare }
  const [first = bare, second = ''] = bare.split('/')
  return { kind: 'package', name: first.startsWith('@') ? `${first}/${second}` : first }
}
