import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { projectFolder } from './project-folder.ts'

/** Unmaintained and 400 packages large, so it is no dependency of ours: npx fetches exactly this version. */
const PACKAGE = '@doyensec/electronegativity@1.10.3'
const LONGEST_RUN_MS = 5 * 60_000

const Finding = z.object({
  check: z.string(),
  file: z.string(),
  line: z.number(),
  severity: z.string(),
  sample: z.string(),
})
export type Finding = z.infer<typeof Finding>

const FolderReport = z.object({
  /** How many checks ran. */
  checks: z.number(),
  /** Files the scanner could not parse, and so did not look into. */
  unread: z.array(z.object({ file: z.string(), message: z.string() })),
  findings: z.array(Finding),
})
export type FolderReport = z.infer<typeof FolderReport>

/** Scans each folder; the report is by folder. Throws when the scanner could not be fetched or run. */
export function electronegativity(
  folders: readonly string[],
  electronVersion: string,
): Record<string, FolderReport> {
  const scratch = mkdtempSync(join(tmpdir(), 'tokenbook-scan-'))
  const reportFile = join(scratch, 'report.json')
  try {
    const script = join(projectFolder, 'scripts', 'electronegativity-report.cjs')
    const done = spawnSync('npx', ['--yes', `--package=${PACKAGE}`, 'node', script, reportFile, ...folders], {
      cwd: projectFolder,
      encoding: 'utf8',
      timeout: LONGEST_RUN_MS,
      env: { ...process.env, SCANNED_ELECTRON_VERSION: electronVersion },
    })
    if (done.status !== 0 || !existsSync(reportFile)) {
      const why = done.error?.message ?? `${done.stderr}`.trim().split('\n').slice(-12).join('\n')
      throw new Error(`${PACKAGE} could not be run (is the npm registry reachable?):\n${why}`)
    }
    return z.record(z.string(), FolderReport).parse(JSON.parse(readFileSync(reportFile, 'utf8')))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
