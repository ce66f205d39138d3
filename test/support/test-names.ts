import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../../scripts/project-folder.ts'

/** `it('…'`, `it.each(…)('…'` and the same of `describe`; what is skipped or still to be written does not count. */
const NAMED =
  /\b(?:it|describe)(?:\.each(?:<[^(]*>)?\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?\(\s*(['"`])((?:(?!\1).)+)\1/gs

/** The names of the tests in a file, as they are written there. Throws when there is no such file. */
export function testNamesIn(file: string): string[] {
  const text = readFileSync(join(projectFolder, file), 'utf8')
  return [...text.matchAll(NAMED)].map((match) => match[2] ?? '')
}
