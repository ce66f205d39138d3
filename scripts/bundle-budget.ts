import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** Bytes of minified JavaScript, as in bundle-budget.json. */
const Budget = z.strictObject({
  /** What the window must have before its first row: the entry and all that it imports statically. */
  firstView: z.int().positive(),
  /** The same for the main process. */
  mainStart: z.int().positive(),
  preload: z.int().positive(),
  /** Any one file of the page that is loaded later. */
  largestLazyChunk: z.int().positive(),
})
export type Budget = z.infer<typeof Budget>

/** One file of the build. Any other output of the bundler, such as a style sheet, is not JavaScript to parse. */
export type Chunk = { fileName: string; bytes: number; isEntry: boolean; imports: readonly string[] }

export type Realm = 'main' | 'preload' | 'renderer'

/** What is over its budget, a sentence each; empty when all is well. A build without an entry is over it as well. */
export function overBudget(realm: Realm, chunks: readonly Chunk[], budget: Budget): string[] {
  const first = loadedAtStart(chunks)
  if (first.length === 0) return [`The build of ${realm} has no entry to measure.`]
  const limit = { main: budget.mainStart, preload: budget.preload, renderer: budget.firstView }[realm]
  const bytes = first.reduce((sum, chunk) => sum + chunk.bytes, 0)
  const start =
    bytes > limit
      ? [`${realm} loads ${bytes} bytes of JavaScript at the start, ${limit} are allowed: ${namesOf(first)}.`]
      : []
  if (realm !== 'renderer') return start
  const large = chunks.filter((chunk) => !first.includes(chunk) && chunk.bytes > budget.largestLazyChunk)
  return [
    ...start,
    ...large.map(
      ({ fileName, bytes }) =>
        `${fileName} has ${bytes} bytes, ${budget.largestLazyChunk} are allowed for a file that is loaded later.`,
    ),
  ]
}

function loadedAtStart(chunks: readonly Chunk[]): Chunk[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const found = new Set<Chunk>()
  const visit = (chunk: Chunk): void => {
    if (found.has(chunk)) return
    found.add(chunk)
    for (const name of chunk.imports) {
      const imported = byName.get(name)
      if (imported) visit(imported)
    }
  }
  for (const chunk of chunks) if (chunk.isEntry) visit(chunk)
  return [...found]
}

function namesOf(chunks: readonly Chunk[]): string {
  return chunks.map(({ fileName, bytes }) => `${fileName} ${bytes}`).join(', ')
}

/** What a bundler's plugin sees of its output; structural, so that the budget does not depend on one bundler. */
type Output = Record<
  string,
  { type: string; fileName: string; code?: string; isEntry?: boolean; imports?: readonly string[] }
>

/** A plugin for the build that fails it when a realm is over the budget that stands in `file`. */
export function bundleBudget(
  realm: Realm,
  file: string,
): {
  name: string
  apply: 'build'
  writeBundle(options: unknown, output: Output): void
} {
  return {
    name: 'bundle-budget',
    apply: 'build',
    writeBundle(_options, output) {
      const chunks = Object.values(output).flatMap(({ type, fileName, code, isEntry, imports }) =>
        type === 'chunk'
          ? [
              {
                fileName,
                bytes: Buffer.byteLength(code ?? ''),
                isEntry: isEntry === true,
                imports: imports ?? [],
              },
            ]
          : [],
      )
      const problems = overBudget(realm, chunks, Budget.parse(JSON.parse(readFileSync(file, 'utf8'))))
      if (problems.length > 0) throw new Error(`Over the budget of bundle-budget.json: ${problems.join(' ')}`)
    },
  }
}
