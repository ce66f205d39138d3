import type { SourceFile } from './source-file.ts'
import { lineAt, type Violation } from './violation.ts'

export const noMachinePaths = 'no path of one machine'
export const noRegistryHosts = 'no registry host name'

/** A home folder of somebody, on any system; `/home/<name>` in angle brackets stays allowed in prose. */
const homeFolder = /(?<![\w.-])(?:\/(?:home|Users)\/\w|[A-Za-z]:\\Users\\\w)/g
/** The lock file names packages by version and integrity; where they come from is the machine's own setting. */
const registryHost = /\b(?:registry|npm|mirrors?|artifactory|nexus)\.[a-z][\w-]*\.[a-z]{2,}\b/gi

/**
 * Text that ties a file to one machine: home folders, the places in `ownPlaces` (such as this checkout) and package
 * registries. Works on any text file.
 */
export function checkText({ path, text }: SourceFile, ownPlaces: readonly string[]): Violation[] {
  const at = (rule: string, offset: number, what: string): Violation => ({
    rule,
    path,
    line: lineAt(text, offset),
    what,
  })
  return [
    ...[...text.matchAll(homeFolder)].map((match) => at(noMachinePaths, match.index, match[0])),
    ...ownPlaces
      .filter((place) => text.includes(place))
      .map((place) => at(noMachinePaths, text.indexOf(place), place)),
    ...[...text.matchAll(registryHost)].map((match) => at(noRegistryHosts, match.index, match[0])),
  ]
}
