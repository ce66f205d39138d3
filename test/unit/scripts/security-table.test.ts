import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectFolder } from '../../../scripts/project-folder.ts'
import { securityProofs } from '../../../scripts/security-table.ts'
import { testNamesIn } from '../../support/test-names.ts'

const proofs = securityProofs()

describe('the table of Electron’s checklist in docs/security.md', () => {
  it('has all 20 points, each with a proof', () => {
    expect([...new Set(proofs.map(({ point }) => point))]).toEqual(
      Array.from({ length: 20 }, (_, at) => at + 1),
    )
  })

  it.each(proofs)('$point: $file › $name exists', ({ file, name }) => {
    expect(testNamesIn(file)).toContain(name)
  })

  it('names nothing as a test that it could not read', () => {
    const text = readFileSync(join(projectFolder, 'docs', 'security.md'), 'utf8')
    const named = text.match(/`test\/[^`]+\.tsx?`/g) ?? []
    expect(named.length).toBe(text.match(/`test\/[^`]+\.tsx?` › `[^`]+`/g)?.length)
  })
})
