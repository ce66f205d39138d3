import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PLANTS, SLOW_PLANTS } from '../../scripts/plants.ts'
import { projectFolder } from '../../scripts/project-folder.ts'
import { faultCases } from './all-cases.ts'

describe('the faults that are planted', () => {
  it.each([...PLANTS, ...SLOW_PLANTS])('have their line to break: $what, in $file', ({ file, right }) => {
    expect(readFileSync(join(projectFolder, file), 'utf8').split(right)).toHaveLength(2)
  })

  it.each([
    ['naive re-render', 46],
    ['unbounded buffer', 25],
    ['dropped fsync', 33],
    ['skipped redaction', 48],
  ])('of the kind “%s” are for tests that prove case %i', (kind, number) => {
    const proofs = faultCases.find((fault) => fault.number === number)?.proofs.map(([file]) => file) ?? []
    const planted = PLANTS.filter(({ what }) => what.startsWith(`${kind}:`))
    expect(planted.length).toBeGreaterThan(0)
    for (const { tests, what } of planted)
      expect(
        tests.some((test) => proofs.includes(test)),
        what,
      ).toBe(true)
  })
})
