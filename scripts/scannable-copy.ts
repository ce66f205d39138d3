import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { transformWithOxc } from 'vite'
import { projectFolder } from './project-folder.ts'

const SOURCES = ['electron', 'renderer', 'shared', 'package.json']

/** The sources as they are. */
export function copySources(to: string): void {
  for (const source of SOURCES) cpSync(join(projectFolder, source), join(to, source), { recursive: true })
}

/**
 * The build in a form the scanner can read: it looks at `.js` only and knows neither private fields nor `!1` nor
 * `electron.BrowserWindow`, so without this it would pass every bundle unread.
 */
export async function copyBuild(from: string, to: string): Promise<void> {
  for (const path of filesBelow(from)) {
    const copy = join(to, relative(from, path).replace(/\.[cm]js$/, '.js'))
    mkdirSync(dirname(copy), { recursive: true })
    if (copy.endsWith('.js')) writeFileSync(copy, await readable(path))
    else if (copy.endsWith('.html')) cpSync(path, copy)
  }
}

async function readable(path: string): Promise<string> {
  const { code } = await transformWithOxc(readFileSync(path, 'utf8'), path.replace(/\.cjs$/, '.js'), {
    target: 'es2020',
    sourcemap: false,
  })
  return code
    .replaceAll(/!0\b/g, 'true')
    .replaceAll(/!1\b/g, 'false')
    .replaceAll(/\bnew \w+\.(?=\w*(?:Window|View)\b)/g, 'new ')
}

function* filesBelow(path: string): Generator<string> {
  if (!statSync(path).isDirectory()) return yield path
  for (const name of readdirSync(path).sort()) yield* filesBelow(join(path, name))
}
