import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './project-folder.ts'

/** A test that proves something: its file and its name. `point` is the number in Electron's checklist. */
export type Proof = { point: number; file: string; name: string }

/** The proofs that the table in docs/security.md names, in its order. */
export function securityProofs(): Proof[] {
  const text = readFileSync(join(projectFolder, 'docs', 'security.md'), 'utf8')
  return text.split('\n').flatMap((line) => {
    const point = /^\| (\d+) \|/.exec(line)?.[1]
    if (point === undefined) return []
    return [...line.matchAll(/`(test\/[^`]+)` › `([^`]+)`/g)].map(([, file = '', name = '']) => ({
      point: Number(point),
      file,
      name,
    }))
  })
}
