import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshUserData, launchApp, modelsShown, type RunningApp } from '../support/electron-app.ts'
import { type FaultServer, reply, startFaultServer } from '../support/fault-server.ts'
import { type HostileServer, type Misdeed, startHostileServer } from '../support/hostile-server.ts'
import { modelIds, openView } from '../support/page-actions.ts'
import { filesHolding } from '../support/secret-search.ts'

const KEY = 'xai-HOSTILEm4k8Zp0WvT4yRb8NcF2hJ6sA7Qd93kL'
const MB = 1024 * 1024

/** A server that lies, leaks, floods and attacks: nothing leaks, nothing breaks, nothing executes (reliability B6). */
describe('a hostile API', () => {
  const userData = freshUserData()
  let outside: FaultServer
  let server: HostileServer
  let running: RunningApp

  beforeAll(async () => {
    outside = await startFaultServer((response) => reply(response, 200, { models: [] }))
    server = await startHostileServer(outside.origin)
    running = await launchApp({
      userData: userData.folder,
      env: { XAI_BASE_URL: server.origin, XAI_API_KEY: KEY },
      args: ['--js-flags=--expose-gc'],
    })
    await modelsShown(running.page)
  })
  afterAll(async () => {
    await running?.close()
    await server.close()
    await outside.close()
    userData.remove()
  })

  /** What a text that came through would have done. */
  const expectInert = async (): Promise<void> => {
    expect(await running.page.evaluate(() => 'owned' in window)).toBe(false)
    expect(outside.seen).toEqual([])
    expect(running.complaints).toEqual([])
    expect(running.page.url()).toMatch(/^app:\/\/bundle\/index\.html/)
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  }
  const refresh = async (): Promise<void> => {
    await running.page.getByRole('button', { name: 'Refresh prices' }).click()
  }
  /** Resolves with the bytes by which the main process grew meanwhile. */
  const refusedWith = async (misdeed: Misdeed, words: RegExp): Promise<number> => {
    const before = await memory()
    server.misbehave(misdeed)
    await refresh()
    const notice = running.page.locator('main [role="alert"]').filter({ hasText: words })
    await notice.first().waitFor({ timeout: 40_000 })
    const { peak } = await memory()
    server.misbehave({ kind: 'none' })
    await refresh()
    await expect.poll(() => notice.count(), { timeout: 30_000 }).toBe(0)
    return peak - before.now
  }

  it('shows hostile names as text, and leaves out the one of 10 MB', async () => {
    await running.page.getByRole('searchbox', { name: 'Search models' }).fill('honest')
    await expect.poll(() => modelIds(running.page)).toEqual(['honest'])
    await running.page.getByRole('searchbox', { name: 'Search models' }).fill('onerror')
    await expect.poll(async () => (await modelIds(running.page)).length).toBeGreaterThan(5)
    const ids = await modelIds(running.page)
    expect(ids.every((id) => server.corpus.some(({ text }) => text === id))).toBe(true)
    await running.page.getByRole('searchbox', { name: 'Search models' }).fill('')
    await running.page.getByText(/1 entry could not be read|entries could not be read/).waitFor()
    await expectInert()
  })

  it('runs nothing in any view, list, panel or title', async () => {
    const { page } = running
    for (const view of ['Compare', 'Tokenizer', 'Playground', 'Usage', 'API key', 'Settings', 'Models']) {
      await openView(page, view)
      await page.waitForTimeout(250)
      await expectInert()
    }
    for (const search of ['svg', 'javascript:', 'iframe', 'bidi', 'grok']) {
      await page.getByRole('searchbox', { name: 'Search models' }).fill(search)
      await page.waitForTimeout(250)
      const rows = page.locator('tr[data-model]')
      if ((await rows.count()) > 0) await rows.first().getByRole('button').first().click()
      await page.waitForTimeout(250)
      await expectInert()
      await page.keyboard.press('Escape')
    }
    await page.getByRole('searchbox', { name: 'Search models' }).fill('')
  })

  it('keeps the direction of a name inside the name', async () => {
    const leaking = await running.page.evaluate(() => {
      const isolating = (element: Element | null): boolean =>
        element !== null &&
        // Only what is drawn in line with other text shares its direction with it.
        (!/^(inline|contents)$/.test(getComputedStyle(element).display) ||
          /isolate|plaintext/.test(getComputedStyle(element).unicodeBidi) ||
          isolating(element.parentElement))
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const found: string[] = []
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        const cell = node.parentElement?.closest('td, li, button, a, p, dd') ?? node.parentElement
        if (/[\u202a-\u202e\u2066-\u2069]/.test(node.textContent ?? '') && !isolating(node.parentElement))
          found.push(`${cell?.tagName} ${cell?.className}: ${node.textContent}`)
      }
      return found
    })
    expect(leaking).toEqual([])
  })

  it('shows hostile words of errors as text', async () => {
    const words = server.corpus.map(({ text }) => text)
    for (let at = 0; at < words.length; at += 60) {
      await refusedWith({ kind: 'error', words: words.slice(at, at + 60).join(' ') }, /key may not do that/)
      await expectInert()
    }
  })

  it.each([301, 302, 303, 307, 308])('follows no redirect to another origin (%d)', async (status) => {
    await refusedWith(
      { kind: 'redirect', status, to: `${outside.origin}/v1/language-models` },
      /sent the request elsewhere/,
    )
    expect(outside.seen).toEqual([])
  })

  it.each<[string, Misdeed, RegExp]>([
    ['an endless JSON', { kind: 'endless', type: 'application/json' }, /too large|larger/],
    ['an endless page', { kind: 'endless', type: 'text/html' }, /too large|larger|not from the API/],
    ['a gzip bomb', { kind: 'gzip-bomb' }, /too large|larger/],
  ])('ends %s before it fills the memory', async (_name, misdeed, words) => {
    server.shorten()
    await refresh()
    await running.page.waitForTimeout(1_500)
    const before = await memory()
    // Three lists are read side by side, 12 MB of each at most, as bytes and as text, until V8 tidies up.
    expect((await refusedWith(misdeed, words)) / MB).toBeLessThan(150)
    const kept = async () => ((await memory()).now - before.now) / MB
    await expect.poll(kept, { timeout: 20_000, interval: 500 }).toBeLessThan(50)
  })

  it.each<[string, Misdeed]>([
    ['a page as JSON', { kind: 'lie', type: 'application/json', body: '<script>window.owned=1</script>' }],
    ['a list as a page', { kind: 'lie', type: 'text/html', body: '{"models":[]}' }],
    ['a list as a picture', { kind: 'lie', type: 'image/svg+xml', body: '<svg onload="window.owned=1"/>' }],
    ['a script', { kind: 'lie', type: 'text/javascript', body: 'window.owned=1' }],
    ['deep nesting', { kind: 'lie', type: 'application/json', body: `${'['.repeat(200_000)}` }],
    ['a number for a list', { kind: 'lie', type: 'application/json', body: '1e999' }],
  ])('believes no lie: %s', async (_name, misdeed) => {
    await refusedWith(misdeed, /./)
    await expectInert()
  })

  it('changes no prototype, neither in the page nor in the main process', async () => {
    const polluted = () => ['polluted' in {}, 'polluted' in [], 'polluted' in (() => 0)]
    expect(await running.page.evaluate(polluted)).toEqual([false, false, false])
    expect(await running.app.evaluate(polluted)).toEqual([false, false, false])
  })

  it('keeps no cookie and sends none back', async () => {
    const cookies = await running.app.evaluate(async ({ session }) => {
      const sessions = [session.defaultSession, session.fromPartition('tokenbook-api', { cache: false })]
      const found = await Promise.all(sessions.map((one) => one.cookies.get({})))
      return found.flat().map(({ name }) => name)
    })
    expect(cookies).toEqual([])
    expect(server.seen.filter(({ headers }) => 'cookie' in headers)).toEqual([])
    expect(server.seen.length).toBeGreaterThan(20)
  })

  it('sent the key to nobody else, and wrote neither it nor a cookie to the disk', async () => {
    expect(outside.seen).toEqual([])
    expect(filesHolding(userData.folder, KEY)).toEqual([])
    expect(filesHolding(userData.folder, 'hostile-cookie')).toEqual([])
  })

  /** Memory of the main process now, and the most since it was asked last, in bytes. */
  async function memory(): Promise<{ now: number; peak: number }> {
    return await running.app.evaluate(() => {
      const watch: { peak: number; timer: unknown } = Reflect.get(globalThis, 'memoryWatch') ?? {
        peak: 0,
        timer: null,
      }
      const look = (): void => {
        watch.peak = Math.max(watch.peak, process.memoryUsage().rss)
      }
      watch.timer ??= setInterval(look, 20)
      Reflect.set(globalThis, 'memoryWatch', watch)
      // A busy computer leaves V8 no quiet moment to tidy up in.
      const collect: unknown = Reflect.get(globalThis, 'gc')
      if (typeof collect === 'function') collect()
      const now = process.memoryUsage().rss
      const peak = Math.max(watch.peak, now)
      watch.peak = now
      return { now, peak }
    })
  }
})
