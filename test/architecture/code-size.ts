import type { ESTree } from 'vite'
import { parseModule } from './parsed-module.ts'
import type { SourceFile } from './source-file.ts'
import { lineAt } from './violation.ts'

/** How many lines something takes: a file (by its path) or a function (by path and first line). */
export type Size = { name: string; lines: number }

/** Lines of a file, without the end of the last one. */
export function fileSize({ path, text }: SourceFile): Size {
  return { name: path, lines: text.trimEnd().split('\n').length }
}

/** Lines of every function of a file, those inside others too. */
export function functionSizes(file: SourceFile): Size[] {
  return parseModule(file)
    .nodes.filter(isFunction)
    .map(({ start, end }) => {
      const first = lineAt(file.text, start)
      return { name: `${file.path}:${first}`, lines: lineAt(file.text, end) - first + 1 }
    })
}

/** The smallest size that at least `percent` of all are not above (nearest rank); 0 for none. */
export function percentile(sizes: readonly Size[], percent: number): number {
  const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0
}

/** The largest, for a message a person can act on. */
export function largest(sizes: readonly Size[], count: number): string {
  const sorted = [...sizes].sort((a, b) => b.lines - a.lines).slice(0, count)
  return sorted.map(({ name, lines }) => `${lines} ${name}`).join('\n')
}

function isFunction({ type }: ESTree.Node): boolean {
  return type === 'FunctionDeclaration' || type === 'FunctionExpression' || type === 'ArrowFunctionExpression'
}
