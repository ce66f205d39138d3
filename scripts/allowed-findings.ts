import type { Finding } from './electronegativity.ts'

/** A finding that is known and right. `file` is a pattern for the whole path; `proof` names the test that holds it. */
export type Allowed = { check: string; file: RegExp; reason: string; proof: string }

const NO_FILE = /^N\/A$/

/** In the sources. Each entry must still be needed: one that matches nothing fails the scan. */
export const ALLOWED_IN_SOURCES: readonly Allowed[] = [
  {
    check: 'CSP_GLOBAL_CHECK',
    file: NO_FILE,
    reason:
      'The scanner knows a policy in onHeadersReceived or <meta>; ours is a header of the app:// protocol.',
    proof:
      'test/e2e/lockdown.test.ts › is served with the policy of the decision record and a new nonce each time',
  },
  {
    check: 'ELECTRON_VERSION_JSON_CHECK',
    file: /^package\.json$/,
    reason: 'States the version, no more. How old it is, npm run security asks the registry.',
    proof: 'test/unit/scripts/current-electron.test.ts › refuses a major more than two behind the latest',
  },
  {
    check: 'OPEN_EXTERNAL_JS_CHECK',
    file: /^electron\/app\/links\.ts$/,
    reason: 'The one place that opens links: https only, after a question that shows the host.',
    proof: 'test/e2e/links.test.ts › shows the host, and opens nothing when declined',
  },
  {
    check: 'CUSTOM_ARGUMENTS_JS_CHECK',
    file: /^electron\/app\/quick-start\.ts$/,
    reason: 'One V8 heap size, for a quicker start; no switch that weakens anything.',
    proof: 'test/e2e/electron-checklist.test.ts › adds no switch that weakens Chromium',
  },
  {
    check: 'AUXCLICK_JS_CHECK',
    file: /^electron\/app\/window\.ts$/,
    reason: 'A middle click asks for a window, and every new window is refused.',
    proof: 'test/e2e/electron-checklist.test.ts › opens nothing by a middle click',
  },
  {
    check: 'PRELOAD_JS_CHECK',
    file: /^electron\/app\/window\.ts$/,
    reason: 'The preload script hands over one port and exposes nothing.',
    proof: 'test/e2e/lockdown.test.ts › has no Node, no Electron and no preload object',
  },
]

/** In the build. What the scanner asks of a whole app it cannot see in minified bundles, so the sources answer it. */
export const ALLOWED_IN_BUILD: readonly Allowed[] = [
  {
    check: 'CSP_GLOBAL_CHECK',
    file: NO_FILE,
    reason: 'As in the sources.',
    proof:
      'test/e2e/lockdown.test.ts › is served with the policy of the decision record and a new nonce each time',
  },
  {
    check: 'OPEN_EXTERNAL_JS_CHECK',
    file: /^main\/compose-services-[\w-]+\.js$/,
    reason: 'electron/app/links.ts, bundled.',
    proof: 'test/e2e/links.test.ts › shows the host, and opens nothing when declined',
  },
  {
    check: 'AUXCLICK_JS_CHECK',
    file: /^main\/main\.js$/,
    reason: 'electron/app/window.ts, bundled.',
    proof: 'test/e2e/electron-checklist.test.ts › opens nothing by a middle click',
  },
  {
    check: 'PRELOAD_JS_CHECK',
    file: /^main\/main\.js$/,
    reason: 'electron/app/window.ts, bundled.',
    proof: 'test/e2e/lockdown.test.ts › has no Node, no Electron and no preload object',
  },
]

/** What a person has to look at: findings nobody allowed, and allowances that nothing needs any more. */
export function judge(findings: readonly Finding[], allowed: readonly Allowed[]): string[] {
  const matches = (finding: Finding, entry: Allowed) =>
    finding.check === entry.check && entry.file.test(finding.file)
  const refused = findings.filter((finding) => !allowed.some((entry) => matches(finding, entry)))
  const unused = allowed.filter((entry) => !findings.some((finding) => matches(finding, entry)))
  return [
    ...refused.map(
      ({ check, severity, file, line, sample }) =>
        `${severity} ${check} in ${file}:${line}: ${sample.split('\n')[0]}`,
    ),
    ...unused.map(({ check, file }) => `the allowance of ${check} in ${file.source} is not needed any more`),
  ]
}
