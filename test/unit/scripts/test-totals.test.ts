import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { totalsOf } from '../../../scripts/test-totals.ts'

function reportOf(report: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'tokenbook-report-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'unit.json')
  writeFileSync(file, JSON.stringify(report))
  return file
}

it('counts, and tells each failed test with what it said', () => {
  const passed = { status: 'passed', fullName: 'adds up', failureMessages: [] }
  const failed = {
    status: 'failed',
    fullName: 'is exact',
    failureMessages: ['expected 3 to be 4\n    at here'],
  }
  const file = reportOf({
    numPassedTests: 1,
    numFailedTests: 1,
    testResults: [
      {
        name: join(process.cwd(), 'test/a.test.ts'),
        status: 'failed',
        message: '',
        assertionResults: [passed, failed],
      },
    ],
  })
  const totals = totalsOf(file)
  expect(totals).toMatchObject({ passed: 1, failed: 1 })
  expect(totals.failures).toEqual(['test/a.test.ts: is exact\n    expected 3 to be 4\n        at here'])
})

it('counts a file that broke before its first test, and a report that was never written, as one failure', () => {
  const broken = {
    name: join(process.cwd(), 'test/b.test.ts'),
    status: 'failed',
    message: 'no such module',
    assertionResults: [],
  }
  const file = reportOf({ numPassedTests: 0, numFailedTests: 0, testResults: [broken] })
  expect(totalsOf(file)).toMatchObject({ failed: 1, failures: ['test/b.test.ts\n    no such module'] })
  expect(totalsOf(`${file}.none`)).toMatchObject({ passed: 0, failed: 1 })
})
