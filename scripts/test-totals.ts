import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { z } from 'zod'

/** What a run of the tests counted, and each failure with its file, its name and the first lines of what it said. */
export type Totals = { passed: number; failed: number; failures: readonly string[] }

const MOST_LINES = 12

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})

/** Reads a report of vitest. A file that broke before its first test counts as one failure, not as none. */
export function totalsOf(reportFile: string): Totals {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, failures: [`${reportFile} was not written`] }
  const report = Report.parse(JSON.parse(readFileSync(reportFile, 'utf8')))
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(process.cwd(), name)
    if (status === 'failed' && assertionResults.length === 0) return [told(file, [message])]
    return assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => told(`${file}: ${test.fullName}`, test.failureMessages ?? []))
  })
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length, failures }
}

function told(what: string, messages: readonly string[]): string {
  const lines = messages.flatMap((message) => message.split('\n')).filter((line) => line.trim() !== '')
  return [what, ...lines.slice(0, MOST_LINES).map((line) => `    ${line}`)].join('\n')
}
