import type { ImportGraph } from './import-graph.ts'
import type { Violation } from './violation.ts'

export const noCycles = 'no import cycles'

/** Each group of files that import one another in a ring, reported once at its first file; types count too. */
export function checkCycles(graph: ImportGraph): Violation[] {
  const reach = new Map([...graph.keys()].map((path) => [path, reachedFrom(path, graph)]))
  const ringOf = (path: string): string[] =>
    [...(reach.get(path) ?? [])].filter((other) => reach.get(other)?.has(path)).sort()
  return [...graph.keys()]
    .filter((path) => ringOf(path)[0] === path)
    .map((path) => ({ rule: noCycles, path, line: 0, what: `ring of ${ringOf(path).join(', ')}` }))
}

/** Files that can be reached over one import or more; `path` itself only when it is on a ring. */
function reachedFrom(path: string, graph: ImportGraph): ReadonlySet<string> {
  const reached = new Set<string>()
  const step = (from: string): void => {
    for (const { target } of graph.get(from) ?? []) {
      if (target.kind !== 'module' || reached.has(target.path)) continue
      reached.add(target.path)
      step(target.path)
    }
  }
  step(path)
  return reached
}
