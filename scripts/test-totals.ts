import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

export type Totals = { passed: number; failed: number }

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

/** What a run of the tests counted. A file that broke before its first test counts as one failure, not as none. */
export function totalsOf(reportFile: string): Totals {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1 }
  const report = Report.parse(JSON.parse(readFileSync(reportFile, 'utf8')))
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}
