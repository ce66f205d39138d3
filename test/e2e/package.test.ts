import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { electronRuntime } from '../../scripts/electron-runtime.ts'
import { readFuses, wrongFuses } from '../../scripts/packaging/fuses.ts'
import { bundledNames } from '../../scripts/packaging/licences.ts'
import { type Packed, packLinux } from '../../scripts/packaging/pack.ts'
import { cacheFolder, projectFolder } from '../../scripts/project-folder.ts'
import { asarFiles } from '../support/asar-files.ts'
import { startDemoProcess } from '../support/demo-process.ts'
import { freshUserData, modelsShown } from '../support/electron-app.ts'
import { type PackagedApp, startPackaged } from '../support/packaged-app.ts'
import { openView, sendPrompt, statusText } from '../support/page-actions.ts'
import { englishOn, headings, headingsOfStart } from '../support/page-language.ts'
import { filesHolding } from '../support/secret-search.ts'
import { CHINESE_SYSTEM, ENGLISH_SYSTEM } from '../support/system-settings.ts'
import { walkThrough } from '../support/walk-through.ts'
import { CHINESE, ENGLISH } from '../support/walk-words.ts'

describe.runIf(process.platform === 'linux')('the package for Linux', () => {
  // `npm run package` has this look at what it made; by itself it makes one of its own.
  const given = process.env['TOKENBOOK_PACKAGE']
  const output = given ?? mkdtempSync(join(tmpdir(), 'tokenbook-package-'))
  const userData = freshUserData()
  let packed: Packed
  let running: PackagedApp | null = null
  const shown = (): PackagedApp => {
    if (running === null) throw new Error('the package does not run')
    return running
  }

  beforeAll(async () => {
    packed = given === undefined ? await packLinux(output) : await packedIn(given)
  })
  afterAll(async () => {
    await running?.close()
    userData.remove()
    if (given === undefined) rmSync(output, { recursive: true, force: true })
  })

  it('has every fuse set as it must be', async () => {
    const absentIsFine = !packed.runtime.official
    expect(wrongFuses(await readFuses(packed.executable), { absentIsFine })).toEqual([])
  })

  it('would be refused with the fuses of the runtime it was made from', async () => {
    const wrong = wrongFuses(await readFuses(packed.runtime.executable), { absentIsFine: true })
    expect(wrong.map(({ name }) => name)).toContain('RunAsNode')
    expect(wrong.map(({ name }) => name)).toContain('EnableNodeCliInspectArguments')
  })

  it('carries only what runs', () => {
    const files = asarFiles(join(packed.folder, 'resources', 'app.asar'))
    const engine = packed.runtime.official
      ? []
      : ['node_modules/@photostructure/', 'node_modules/node-gyp-build/']
    const known = ['out/main/', 'out/preload/', 'out/renderer/', 'package.json', ...engine]
    expect(files).toContain('out/main/main.cjs')
    expect(files.filter((file) => !known.some((start) => file.startsWith(start)))).toEqual([])
    expect(files.filter((file) => file.endsWith('.map') || file.endsWith('.ts'))).toEqual([])
    expect(existsSync(join(packed.folder, 'resources', 'app'))).toBe(false)
  })

  it('names the licence of every package inside it', () => {
    const text = readFileSync(join(packed.folder, 'THIRD_PARTY_LICENCES.txt'), 'utf8')
    const names = bundledNames(join(projectFolder, 'out', 'packages'))
    expect(names).toEqual(expect.arrayContaining(['react', 'openai', 'zod', '@mantine/core', 'recharts']))
    for (const name of names) expect(text).toMatch(new RegExp(`^${name.replaceAll('/', '\\/')} \\d`, 'm'))
    expect(existsSync(join(packed.folder, 'LICENSES.chromium.html'))).toBe(true)
  })

  it('works from an empty profile, and no switch or variable opens it to a debugger or another program', async () => {
    const trace = join(userData.folder, 'ran-as-node')
    const intruder = join(userData.folder, 'intruder.cjs')
    writeFileSync(intruder, `require('node:fs').writeFileSync(${JSON.stringify(trace)}, '')`)
    running = await startPackaged({
      executable: packed.executable,
      userData: join(userData.folder, 'profile'),
      args: ['--inspect=0', '--require', intruder],
      env: { ...ENGLISH_SYSTEM, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require ${intruder}` },
    })
    const { page } = running
    await modelsShown(page)
    await expect.poll(() => page.locator('table tbody tr').count()).toBeGreaterThan(3)
    expect(running.said()).not.toContain('Debugger listening')
    expect(existsSync(trace)).toBe(false)
    const answer = await sendPrompt(page, 'Say hello')
    await expect.poll(async () => (await answer.innerText()).length, { timeout: 20_000 }).toBeGreaterThan(20)
    await page.screenshot({ path: join(cacheFolder, 'screenshots', 'package.png') })
  })

  it('serves a new person who knows only the README and the words on screen', async () => {
    await walkThrough(shown().page, ENGLISH)
  })

  it('keeps what it recorded when it is ended and started again', async () => {
    expect(await running?.close()).toBe(0)
    running = await startPackaged({
      executable: packed.executable,
      userData: join(userData.folder, 'profile'),
      env: ENGLISH_SYSTEM,
    })
    await openView(running.page, 'Playground')
    await running.page.getByText('Say hello').first().waitFor()
    await openView(running.page, 'Usage')
    await running.page.locator('[data-total="spent"]').waitFor()
    // The thread that reads the ledger was found inside the package: without it the main process would say so.
    expect(running.said()).not.toContain('[storage thread]')
  })

  it('asks a server with a key that its person enters, shows what the key may do, and forgets it', async () => {
    const server = await startDemoProcess()
    const { page } = shown()
    await openView(page, 'API key')
    await page.getByRole('button', { name: 'Add connection' }).click()
    const form = page.getByRole('form', { name: 'Add a connection' })
    await form.getByRole('radio', { name: 'Custom base URL' }).check()
    await form.getByRole('textbox', { name: 'Base URL' }).fill(server.baseUrl)
    await form.getByRole('button', { name: 'Add and use' }).click()
    await page.getByRole('textbox', { name: 'API key', exact: true }).fill(server.key)
    await page.getByRole('button', { name: 'Save key' }).click()
    await expect.poll(() => statusText(page)).toContain(server.host)
    await page.getByRole('grid', { name: 'Permissions' }).getByRole('gridcell').first().waitFor()
    const answer = await sendPrompt(page, 'Does the bill of a server agree?')
    await answer.getByText('Billed and computed agree to the last digit.').waitFor({ timeout: 60_000 })
    await openView(page, 'API key')
    await page.getByRole('button', { name: 'Forget key' }).click()
    await page.getByRole('button', { name: 'Forget key now' }).click()
    await expect.poll(() => statusText(page)).toMatch(/^Demo/)
    expect(filesHolding(userData.folder, server.key)).toEqual([])
    await server.stop()
  })

  it('takes its data back from a backup, and starts again by itself', async () => {
    const { page } = shown()
    await openView(page, 'Settings')
    await page.getByRole('button', { name: 'Back up', exact: true }).click()
    await page.getByText('Backed up, and the copy was checked.').waitFor()
    const later = await sendPrompt(page, 'This came after the backup.')
    await later.getByText('Billed and computed agree to the last digit.').waitFor({ timeout: 60_000 })
    await openView(page, 'Settings')
    await page
      .getByRole('button', { name: /^Restore/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Restore backup' }).click()
    const again = await running?.restarted()
    running = null
    if (again === undefined) throw new Error('the package does not run')
    await openView(again.page, 'Playground')
    await again.page.getByText('Say hello').first().waitFor()
    expect(await again.page.getByText('This came after the backup.').count()).toBe(0)
    await again.close()
  })

  it('speaks Chinese to a Chinese system from the first frame on, and the same person finds everything', async () => {
    running = await startPackaged({
      executable: packed.executable,
      userData: join(userData.folder, 'chinese'),
      env: CHINESE_SYSTEM,
    })
    const { page } = running
    await modelsShown(page)
    expect(await headings(page)).toEqual(['模型'])
    expect(await headingsOfStart(page)).toEqual(['模型'])
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    await walkThrough(page, CHINESE)
    await expect.poll(() => englishOn(page), { timeout: 20_000 }).toEqual([])
  })
})

async function packedIn(output: string): Promise<Packed> {
  const folder = join(output, 'linux-unpacked')
  return { folder, executable: join(folder, 'tokenbook'), runtime: await electronRuntime() }
}
