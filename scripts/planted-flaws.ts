import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FolderReport } from './electronegativity.ts'
import { copyBuild } from './scannable-copy.ts'

const SOURCE = `import { BrowserWindow, shell } from 'electron'
export function open(address: string) {
  const window = new BrowserWindow({ webPreferences: { contextIsolation: false, sandbox: false, webSecurity: false } })
  void window.loadURL('http://example.com/')
  void shell.openExternal(address)
}
`
/** As a bundler writes it: private field, no spaces, minified booleans, a namespace before the class. */
const BUNDLE =
  'var n=require("electron");class a{#b=1;get c(){return this.#b}}new n.BrowserWindow({webPreferences:{contextIsolation:!1}});'
const PAGE = '<html><body><webview src="https://example.com" allowpopups></webview></body></html>'
/** The scanner cannot parse this and would not say so. */
const UNREADABLE = 'export class A { accessor b = 1 }\n'

const EXPECTED: readonly (readonly [check: string, file: string])[] = [
  ['CONTEXT_ISOLATION_JS_CHECK', 'window.ts'],
  ['SANDBOX_JS_CHECK', 'window.ts'],
  ['WEB_SECURITY_JS_CHECK', 'window.ts'],
  ['HTTP_RESOURCES_JS_CHECK', 'window.ts'],
  ['OPEN_EXTERNAL_JS_CHECK', 'window.ts'],
  ['ALLOWPOPUPS_HTML_CHECK', 'page.html'],
  ['CONTEXT_ISOLATION_JS_CHECK', 'built/bundle.js'],
]

/** Writes an app full of known flaws into `folder`, so that every scan proves that it can find something. */
export async function plantFlaws(folder: string): Promise<void> {
  const bundle = join(folder, 'bundle')
  mkdirSync(bundle, { recursive: true })
  writeFileSync(join(folder, 'window.ts'), SOURCE)
  writeFileSync(join(folder, 'page.html'), PAGE)
  writeFileSync(join(folder, 'unreadable.ts'), UNREADABLE)
  writeFileSync(join(bundle, 'bundle.cjs'), BUNDLE)
  await copyBuild(bundle, join(folder, 'built'))
}

/** The planted flaws that the scan did not report: it is then blind, and its silence about our files means nothing. */
export function overlooked(report: FolderReport): string[] {
  const missing = EXPECTED.filter(
    ([check, file]) => !report.findings.some((found) => found.check === check && found.file === file),
  ).map(([check, file]) => `the planted ${check} in ${file} was not found`)
  const unread = report.unread.some(({ file }) => file.endsWith('unreadable.ts'))
  return unread ? missing : [...missing, 'the planted unreadable file was not reported']
}
