import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectFolder } from '../../../scripts/project-folder.ts'
import { securityProofs } from '../../../scripts/security-table.ts'
import { testNamesIn } from '../../support/test-names.ts'

const proofs = securityProofs()

describe('the tables of docs/security.md', () => {
  it('have all 20 points of Electron’s checklist, each with a proof', () => {
    const points = proofs.flatMap(({ point }) => point ?? [])
    expect([...new Set(points)]).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
  })

  it.each(proofs)('name a test that exists: $file › $name', ({ file, name }) => {
    expect(testNamesIn(file)).toContain(name)
  })

  it('name nothing as a test that could not be read', () => {
    const text = readFileSync(join(projectFolder, 'docs', 'security.md'), 'utf8')
    const named = text.match(/`test\/[^`]+\.tsx?`/g) ?? []
    expect(named.length).toBe(text.match(/`test\/[^`]+\.tsx?` › `[^`]+`/g)?.length)
  })
})
