import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** The npm package that a module of the bundle belongs to, the innermost where they nest; `null` for ours. */
export function packageOf(moduleId: string): string | null {
  const path = moduleId.replaceAll('\\', '/')
  const at = path.lastIndexOf('/node_modules/')
  if (at === -1) return null
  const [scope = '', name = ''] = path.slice(at + '/node_modules/'.length).split('/')
  const found = scope.startsWith('@') ? `${scope}/${name}` : scope
  // The bundler keeps helpers of its own under a name that begins with a dot.
  return found.startsWith('.') || found === '' ? null : found
}

/**
 * A plugin for the build that writes the names of all packages a realm was built from to `file`, a JSON array: the
 * package for users carries their licences (scripts/packaging/licences.ts).
 */
export function bundledPackages(file: string): {
  name: string
  apply: 'build'
  writeBundle(this: { getModuleIds(): Iterable<string> }): void
} {
  return {
    name: 'bundled-packages',
    apply: 'build',
    writeBundle() {
      const names = new Set([...this.getModuleIds()].map(packageOf).filter((name) => name !== null))
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, `${JSON.stringify([...names].sort(), null, 2)}\n`)
    },
  }
}
