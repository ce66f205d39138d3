import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ALLOWED_IN_BUILD, ALLOWED_IN_SOURCES, type Allowed, judge } from './allowed-findings.ts'
import { electronegativity, type FolderReport } from './electronegativity.ts'
import { overlooked, plantFlaws } from './planted-flaws.ts'
import { projectFolder } from './project-folder.ts'
import { copyBuild, copySources } from './scannable-copy.ts'

export type Scan = { problems: string[]; summary: string }

/**
 * Scans sources and build with electronegativity, beside an app of planted flaws. The build must be
 * there and fresh.
 */
export async function securityScan(electronVersion: string): Promise<Scan> {
  const scratch = mkdtempSync(join(tmpdir(), 'tokenbook-scan-'))
  const [sources, build, planted] = ['sources', 'build', 'planted'].map((name) => join(scratch, name))
  if (sources === undefined || build === undefined || planted === undefined) throw new Error('no folders')
  try {
    copySources(sources)
    await copyBuild(join(projectFolder, 'out'), build)
    await plantFlaws(planted)
    const reports = electronegativity([sources, build, planted], electronVersion)
    return judged(reports[sources], reports[build], reports[planted])
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function judged(
  sources: FolderReport | undefined,
  build: FolderReport | undefined,
  planted: FolderReport | undefined,
): Scan {
  if (!sources || !build || !planted)
    return { problems: ['the scanner reported nothing'], summary: 'no report' }
  const problems = [
    ...problemsOf('sources', sources, ALLOWED_IN_SOURCES),
    ...problemsOf('build', build, ALLOWED_IN_BUILD),
    ...overlooked(planted),
  ]
  const known = sources.findings.length + build.findings.length
  return {
    problems,
    summary: `${sources.checks} checks over sources and build: ${known} findings, ${problems.length} not allowed; ${planted.findings.length} planted flaws found.`,
  }
}

function problemsOf(where: string, report: FolderReport, allowed: readonly Allowed[]): string[] {
  const unread = report.unread.map(({ file, message }) => `${file} could not be scanned: ${message}`)
  return [...unread, ...judge(report.findings, allowed)].map((problem) => `${where}: ${problem}`)
}
