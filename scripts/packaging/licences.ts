import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  homepage: z.string().optional(),
})

export type Licence = {
  name: string
  version: string
  licence: string
  homepage: string | null
  text: string
}

const LICENCE_FILE = /^(licen[cs]e|copying|ofl)(\b|[-_.])/i

/**
 * Name, licence and its full text of each package. `nodeModules` is the folder they are installed in. Throws for a
 * package that states no licence: it must not be shipped unseen.
 */
export function licencesOf(names: readonly string[], nodeModules: string): Licence[] {
  return names.map((name) => {
    const folder = join(nodeModules, ...name.split('/'))
    const manifest = Manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
    const file = readdirSync(folder).find((entry) => LICENCE_FILE.test(entry))
    const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()
    const { version, license = '', homepage = null } = manifest
    if (license === '' && text === '') throw new Error(`${name} states no licence.`)
    return { name, version, licence: license || 'see text', homepage, text }
  })
}

/** One readable text of all of them. */
export function licenceText(licences: readonly Licence[]): string {
  const intro =
    'Tokenbook contains the following packages. Electron and Chromium have files of their own beside this one.'
  const entries = licences.map(({ name, version, licence, homepage, text }) =>
    [
      `${name} ${version} (${licence})`,
      homepage ?? '',
      text || 'The package carries no licence text of its own.',
    ]
      .filter((line) => line !== '')
      .join('\n\n'),
  )
  const rule = `\n\n${'-'.repeat(78)}\n\n`
  return `${[intro, ...entries].join(rule)}\n`
}

/** The names that the builds of all realms wrote (scripts/bundled-packages.ts). */
export function bundledNames(packagesFolder: string): string[] {
  const lists = readdirSync(packagesFolder).map((file) =>
    z.array(z.string()).parse(JSON.parse(readFileSync(join(packagesFolder, file), 'utf8'))),
  )
  return [...new Set(lists.flat())].sort()
}
