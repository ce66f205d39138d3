import type { Page } from 'playwright-core'

/** ms. `longestTask` is 0 when no task was longer than 50 ms: the browser reports no shorter ones. */
export type Watched = {
  firstPaint: number
  longestTask: number
  /** Frame by frame, scrolled by two and a half lines in each, then by almost two screens in each. */
  scrolled: number[]
  jumped: number[]
}

/** Loads the page anew with a watch on it: when the last large message came in from the main process. */
export async function watchMessages(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Reflect.set(window, 'largeMessageAt', null)
    const listen = MessagePort.prototype.addEventListener
    MessagePort.prototype.addEventListener = function (
      this: MessagePort,
      ...args: Parameters<typeof listen>
    ) {
      listen.call(this, 'message', (event: Event) => {
        const data: unknown = Reflect.get(event, 'data')
        if (typeof data === 'string' && data.length > 100_000)
          Reflect.set(window, 'largeMessageAt', performance.now())
      })
      listen.apply(this, args)
    }
  })
  await page.reload()
}

/** Begins to note long tasks; to be called before what is to be measured starts. */
export async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: { at: number; ms: number }[] = []
    Reflect.set(window, 'longTasks', tasks)
    Reflect.set(window, 'largeMessageAt', null)
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push({ at: entry.startTime, ms: entry.duration })
    }).observe({ type: 'longtask' })
  })
}

/**
 * From `from` (a time of the page's clock) until the `shown` element has been painted, the longest task until the page
 * has been quiet, and the lengths of the frames while `scroller` is scrolled.
 */
export async function watch(page: Page, from: number, shown: string, scroller: string): Promise<Watched> {
  return page.evaluate(
    async ([from, shown, scroller]) => {
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
      const afterPaint = async () => {
        await frame()
        const { port1, port2 } = new MessageChannel()
        const painted = new Promise((resolve) => {
          port1.onmessage = resolve
        })
        port2.postMessage(null)
        await painted
        return performance.now()
      }
      let now = await afterPaint()
      while (document.querySelector(shown) === null) now = await afterPaint()
      const firstPaint = now - from
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      const tasks: unknown = Reflect.get(window, 'longTasks')
      const lengths = Array.isArray(tasks)
        ? tasks.filter(({ at }) => at >= from).map(({ ms }) => Number(ms))
        : []
      const list = document.querySelector(scroller)
      if (list === null) throw new Error(`nothing to scroll: ${scroller}`)
      const scrollBy = async (pixels: number, steps: number) => {
        const frames: number[] = []
        let before = await frame()
        for (let step = 0; step < steps; step += 1) {
          list.scrollTop += pixels
          const at = await frame()
          frames.push(at - before)
          before = at
        }
        return frames
      }
      const scrolled = await scrollBy(60, 120)
      return { firstPaint, longestTask: Math.max(0, ...lengths), scrolled, jumped: await scrollBy(600, 60) }
    },
    [from, shown, scroller] as const,
  )
}
