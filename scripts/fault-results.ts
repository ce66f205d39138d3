import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { z } from 'zod'
import type { FaultCase, Proof } from '../test/faults/fault-case.ts'
import { projectFolder } from './project-folder.ts'

export type CaseResult = {
  fault: FaultCase
  state: 'as expected' | 'FAILED' | 'NOT RUN'
  /** Tests that ran for it and passed. */
  passed: number
  /** What failed, was skipped, or is not there. */
  problems: string[]
}

const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(
        z.object({ ancestorTitles: z.array(z.string()), title: z.string(), status: z.string() }),
      ),
    }),
  ),
})
export type RanTest = { file: string; names: readonly string[]; status: string }

/** What each case came to, by vitest's own reports. A proof that was skipped, or did not run, is no proof. */
export function resultsOf(cases: readonly FaultCase[], reports: readonly string[]): CaseResult[] {
  const ran = reports.flatMap(testsIn)
  return cases.map((fault) => resultOf(fault, ran))
}

/** The result of one case, given every test that ran. */
export function resultOf(fault: FaultCase, ran: readonly RanTest[]): CaseResult {
  const proofs = fault.proofs.map((proof) => ({ proof, tests: testsOf(proof, ran) }))
  const failed = proofs.flatMap(({ tests }) => tests.filter(({ status }) => status === 'failed'))
  const missing = proofs.filter(({ tests }) => !tests.some(({ status }) => status === 'passed'))
  const skipped = proofs.flatMap(({ tests }) =>
    tests.filter(({ status }) => status !== 'passed' && status !== 'failed'),
  )
  const passed = new Set(proofs.flatMap(({ tests }) => tests.filter(({ status }) => status === 'passed')))
  const notRun = missing.length > 0 || skipped.length > 0
  return {
    fault,
    state: failed.length > 0 ? 'FAILED' : notRun ? 'NOT RUN' : 'as expected',
    passed: passed.size,
    problems: [
      ...failed.map(({ file, names }) => `failed: ${file} › ${names.join(' › ')}`),
      ...skipped.map(({ file, names }) => `skipped: ${file} › ${names.join(' › ')}`),
      ...missing.map(({ proof: [file, name] }) => `did not run: ${file} › ${name}`),
    ],
  }
}

function testsOf([file, name]: Proof, ran: readonly RanTest[]): RanTest[] {
  const pattern = patternOf(name)
  return ran.filter((test) => test.file === file && test.names.some((title) => pattern.test(title)))
}

/** The name as it is written in the source, where `%s` and `$name` stand for a value of each case of the test. */
function patternOf(name: string): RegExp {
  const parts = name.split(/%[sijdf]|\$[a-zA-Z.]+/)
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`, 's')
}

function testsIn(reportFile: string): RanTest[] {
  if (!existsSync(reportFile)) return []
  const report = Report.parse(JSON.parse(readFileSync(reportFile, 'utf8')))
  return report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ ancestorTitles, title, status }) => ({
      file: relative(projectFolder, name),
      names: [...ancestorTitles, title],
      status,
    })),
  )
}
