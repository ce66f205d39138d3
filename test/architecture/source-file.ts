import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One file; `path` is relative to the root of its tree, with forward slashes. The text of a binary file is empty. */
export type SourceFile = { path: string; text: string }

/** Every file at or below `root` that the root's `.gitignore` leaves in, in path order. Works without git. */
export function readTree(root: string): SourceFile[] {
  const ignored = ignoredNames(root)
  const below = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (ignored(entry.name)) return []
      return entry.isDirectory() ? below(path) : entry.isFile() ? [path] : []
    })
  return below('')
    .sort()
    .map((path) => ({ path, text: textOf(readFileSync(join(root, path))) }))
}

/** TypeScript in the folders that the realms cover. */
export function isSource(path: string): boolean {
  return isBelow(path, 'electron', 'renderer', 'shared', 'scripts', 'test') && /\.tsx?$/.test(path)
}

/** Production code: what ends up in the app. */
export function isProduct(path: string): boolean {
  return isBelow(path, 'electron', 'renderer', 'shared')
}

/** Whether `path` lies in one of the folders. */
export function isBelow(path: string, ...folders: readonly string[]): boolean {
  return folders.some((folder) => path.startsWith(`${folder}/`))
}

/** Understands what our `.gitignore` uses: `name/`, `name` and `*.ending`. Throws on anything richer. */
function ignoredNames(root: string): (name: string) => boolean {
  const file = join(root, '.gitignore')
  const patterns = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  const plain = patterns.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
  const rich = plain.find((line) => !/^\/?(\*\.)?[\w.-]+\/?$/.test(line))
  if (rich !== undefined) throw new Error(`.gitignore: the layout check cannot read '${rich}'`)
  const names = new Set(['.git', ...plain.map((line) => line.replaceAll('/', ''))])
  const endings = plain.filter((line) => line.startsWith('*')).map((line) => line.slice(1))
  return (name) => names.has(name) || endings.some((ending) => name.endsWith(ending))
}

/** A NUL byte marks a binary file, as it does for git. */
function textOf(content: Buffer): string {
  return content.includes(0) ? '' : content.toString('utf8')
}
