import type { Page } from 'playwright-core'
import { startDemoProcess } from '../support/demo-process.ts'
import { freshUserData, launchApp, modelsShown, type RunningApp } from '../support/electron-app.ts'
import { openView } from '../support/page-actions.ts'
import { ENDING } from './long-answer.ts'
import { type StreamServer, startStreamServer } from './stream-server.ts'

/** The app in its window with the Playground open, and the server whose answers it reads. */
export type StreamWindow = RunningApp & { server: StreamServer; end(): Promise<void> }

export async function openStreamWindow(args: readonly string[] = []): Promise<StreamWindow> {
  const demo = await startDemoProcess()
  const server = await startStreamServer(demo.baseUrl)
  const userData = freshUserData()
  const env = { XAI_BASE_URL: server.baseUrl, XAI_API_KEY: demo.key }
  const running = await launchApp({ userData: userData.folder, env, args })
  running.page.setDefaultTimeout(60_000)
  await watchPage(running.page)
  await modelsShown(running.page)
  await openView(running.page, 'Playground')
  return {
    ...running,
    server,
    end: async () => {
      await running.close()
      await server.stop()
      await demo.stop()
      userData.remove()
    },
  }
}

/** Since the last `takeWatched`: messages from the main process, tasks over 50 ms, the longest time between frames. */
export type PageWatched = { messages: number; longestTask: number; longestGap: number }

/** Loads the page anew with the watch on it. */
async function watchPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched = { messages: 0, longestTask: 0, longestGap: 0 }
    Reflect.set(window, 'watched', watched)
    const listen = MessagePort.prototype.addEventListener
    MessagePort.prototype.addEventListener = function (
      this: MessagePort,
      ...args: Parameters<typeof listen>
    ) {
      // Whoever listens for the end of the port as well would have each message counted twice.
      if (args[0] === 'message') {
        listen.call(this, 'message', () => {
          watched.messages += 1
        })
      }
      listen.apply(this, args)
    }
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        watched.longestTask = Math.max(watched.longestTask, duration)
    }).observe({ type: 'longtask' })
    let before = performance.now()
    requestAnimationFrame(function next(at) {
      watched.longestGap = Math.max(watched.longestGap, at - before)
      before = at
      requestAnimationFrame(next)
    })
  })
  await page.reload()
}

export async function takeWatched(page: Page): Promise<PageWatched> {
  return await page.evaluate((): PageWatched => {
    const watched: PageWatched = Reflect.get(window, 'watched')
    const taken = { ...watched }
    Object.assign(watched, { messages: 0, longestTask: 0, longestGap: 0 })
    return taken
  })
}

/** Of two times after each other. */
export function together(one: PageWatched, other: PageWatched): PageWatched {
  return {
    messages: one.messages + other.messages,
    longestTask: Math.max(one.longestTask, other.longestTask),
    longestGap: Math.max(one.longestGap, other.longestGap),
  }
}

/** By its place: to find it by its role the page works out the names of everything on it, a long task of its own. */
const SEND = '.composer button[type="submit"]'

export async function newConversation(page: Page): Promise<void> {
  await page.locator('.conversations-head button').first().click()
  await page.waitForFunction(() => document.querySelector('.message') === null)
}

/** What is typed before a new conversation is ready belongs to the one before: typed again until it can be sent. */
async function typeTurn(page: Page): Promise<void> {
  const send = page.locator(SEND)
  for (let tries = 0; tries < 20; tries += 1) {
    await page.locator('.composer textarea').fill('Go on.')
    await page.waitForTimeout(150)
    if (await send.isEnabled()) return
  }
  throw new Error(`nothing can be sent: ${await page.locator('main').innerText()}`)
}

/** Sends a turn in the open conversation; resolves with the wall-clock ms at which the answer's last words were painted. */
export async function askAndWait(page: Page): Promise<number> {
  await typeTurn(page)
  const before = await page.evaluate(() => document.querySelectorAll('.message').length)
  const painted = page.evaluate(
    async ([ending, before]) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      const ended = () => {
        if (before === 0 && document.querySelector('.message') === null) return false
        const answer = [...document.querySelectorAll('.answer')].at(-1)
        const block = [...(answer?.querySelectorAll('.answer-text .answer-block, .answer-block') ?? [])].at(
          -1,
        )
        return Reflect.get(window, 'sent') === true && block?.textContent.endsWith(ending) === true
      }
      Reflect.set(window, 'sent', before === 0)
      while (!ended()) {
        // A turn that was just sent has an answer that grows; then the old last words are no longer the last.
        if (document.querySelector('.answer[aria-busy="true"]') !== null) Reflect.set(window, 'sent', true)
        await frame()
      }
      const { port1, port2 } = new MessageChannel()
      const after = new Promise((resolve) => {
        port1.onmessage = resolve
      })
      port2.postMessage(null)
      await after
      return performance.timeOrigin + performance.now()
    },
    [ENDING, before] as const,
  )
  const [at] = await Promise.all([painted, page.locator(SEND).click()])
  await page.waitForFunction(() => document.querySelector('.answer[aria-busy="true"]') === null)
  return at
}
