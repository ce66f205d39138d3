import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { bundledNames, licencesOf } from './packaging/licences.ts'

/**
 * A plugin for the build that writes the licences of everything built so far to `file`, for the page that shows them. The
 * realms are built one after the other, each into a list of `packagesFolder`: the last one makes it whole.
 */
export function licenceList(
  packagesFolder: string,
  nodeModules: string,
  file: string,
): { name: string; apply: 'build'; closeBundle(): void } {
  return {
    name: 'licence-list',
    apply: 'build',
    closeBundle() {
      // A realm that failed to build left no list, and says so itself.
      if (!existsSync(packagesFolder)) return
      const names = bundledNames(packagesFolder)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, `${JSON.stringify(licencesOf(names, nodeModules))}\n`)
    },
  }
}
