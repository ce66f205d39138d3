import { describe, expect, it } from 'vitest'
import { type RanTest, resultOf } from '../../scripts/fault-results.ts'
import { testNamesIn } from '../support/test-names.ts'
import { faultCases } from './all-cases.ts'
import type { FaultCase } from './fault-case.ts'

describe('the cases of docs/faults.md', () => {
  it('are 1 to 48, each once and with a proof', () => {
    expect(faultCases.map(({ number }) => number)).toEqual(Array.from({ length: 48 }, (_, at) => at + 1))
    for (const { proofs } of faultCases) expect(proofs.length).toBeGreaterThan(0)
  })

  it.each(faultCases.map(({ number, proofs }) => ({ number, proofs })))(
    '$number name tests that exist',
    ({ proofs }) => {
      for (const [file, name] of proofs) expect(testNamesIn(file), file).toContain(name)
    },
  )
})

describe('the result of a case', () => {
  const fault: FaultCase = {
    ...{ number: 1, title: 'It breaks', expected: 'It holds.' },
    proofs: [
      ['test/a.test.ts', 'holds %s (always)'],
      ['test/b.test.ts', 'a group'],
    ],
  }
  const test = (file: string, names: string[], status = 'passed'): RanTest => ({ file, names, status })
  const first = test('test/a.test.ts', ['x', 'holds up (always)'])
  const second = test('test/b.test.ts', ['a group', 'anything'])

  it('is as expected when every proof ran and passed', () => {
    expect(resultOf(fault, [first, second])).toMatchObject({ state: 'as expected', passed: 2, problems: [] })
  })

  it('is not run when a proof is missing, elsewhere, skipped, or skipped in part', () => {
    const others: RanTest[][] = [
      [first],
      [first, test('test/c.test.ts', ['a group'])],
      [first, test('test/b.test.ts', ['a group', 'anything'], 'skipped')],
      [first, second, test('test/b.test.ts', ['a group', 'more'], 'pending')],
      [second, test('test/a.test.ts', ['holds up (never)'])],
    ]
    for (const ran of others) expect(resultOf(fault, ran).state).toBe('NOT RUN')
  })

  it('is a failure when one test of it failed', () => {
    const failed = test('test/b.test.ts', ['a group', 'more'], 'failed')
    expect(resultOf(fault, [first, second, failed])).toMatchObject({
      state: 'FAILED',
      problems: ['failed: test/b.test.ts › a group › more'],
    })
  })
})
