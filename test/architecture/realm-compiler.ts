import { execFileSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Compiles planted sources, as pairs of file name and text, as if they stood in a realm: the realm's own `tsconfig.json`
 * and all of its files, plus the plants, which lie in a temporary folder outside the tree. Returns the compiler's
 * messages, each beginning with the file it is about. Names of plants begin with `plant-`.
 */
export function compileInRealm(
  root: string,
  realm: string,
  plants: readonly (readonly [name: string, text: string])[],
): string[] {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'realm-')))
  try {
    // Types are looked up from where the plants lie, so the packages must be found from there too.
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    for (const [name, text] of plants) writeFileSync(join(folder, name), `${text}\n`)
    const config = {
      extends: join(root, realm, 'tsconfig.json'),
      include: [join(root, realm, '**/*.ts'), join(root, realm, '**/*.tsx'), join(folder, 'plant-*')],
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
    return compile(root, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function compile(root: string, folder: string): string[] {
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  try {
    execFileSync(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    })
    return []
  } catch (error) {
    // The compiler ends with a code of its own when it found errors; what it found is on its standard output.
    if (!(error instanceof Error && 'stdout' in error && typeof error.stdout === 'string')) throw error
    const lines = error.stdout.split('\n').filter((line) => line.includes('error TS'))
    const broken = lines.find((line) => line.startsWith('error TS') || line.startsWith('tsconfig.json'))
    if (lines.length === 0 || broken !== undefined) throw new Error(broken ?? error.message, { cause: error })
    return lines
  }
}
