import type { Page } from 'playwright-core'

/** One thing a person does to a list, by selectors inside the page. */
export type Action = { kind: 'type'; field: string; text: string } | { kind: 'press'; button: string }

/**
 * How long each action keeps the page from the frame that shows its outcome (ms): begun at the start of a frame, ended
 * when that frame is painted. Below 16.7 ms no frame is missed.
 */
export async function paintTimes(page: Page, actions: readonly Action[]): Promise<number[]> {
  return await page.evaluate(async (all) => {
    const perform = (action: (typeof all)[number]) => {
      if (action.kind === 'press') {
        document.querySelector<HTMLElement>(action.button)?.click()
        return
      }
      const field = document.querySelector<HTMLInputElement>(action.field)
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
      if (field === null || set === undefined) throw new Error(`no field ${action.field}`)
      // As a key does it: React listens to the event and compares with the value it knows.
      set.call(field, action.text)
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }
    const painted = (action: (typeof all)[number]) =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          const begun = performance.now()
          port1.onmessage = () => resolve(performance.now() - begun)
          perform(action)
          // Comes after style, layout and paint of this frame.
          port2.postMessage(null)
        })
      })
    const times: number[] = []
    for (const action of all) {
      times.push(await painted(action))
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    return times
  }, actions)
}
