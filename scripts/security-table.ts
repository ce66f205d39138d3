import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './project-folder.ts'

/** A test that proves something: its file and its name. `point` is the number in Electron's checklist, if it is in it. */
export type Proof = { point: number | null; file: string; name: string }

/** The proofs that the tables in docs/security.md name, in their order. */
export function securityProofs(): Proof[] {
  const text = readFileSync(join(projectFolder, 'docs', 'security.md'), 'utf8')
  return text.split('\n').flatMap((line) => {
    const point = /^\| (\d+) \|/.exec(line)?.[1]
    return [...line.matchAll(/`(test\/[^`]+)` › `([^`]+)`/g)].map(([, file = '', name = '']) => ({
      point: point === undefined ? null : Number(point),
      file,
      name,
    }))
  })
}
