import type { Page } from 'playwright-core'

export type Box = { x: number; y: number; width: number; height: number }

/** A pixel that differs less than this in every colour is the same: edges of letters. */
const SAME_WITHIN = 40

/** Where what is shown is another at each start: ages, times, durations. */
export async function boxesOf(page: Page, selectors: string): Promise<Box[]> {
  return await page.evaluate(
    (wanted) =>
      [...document.querySelectorAll(wanted)].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect()
        return { x, y, width, height }
      }),
    selectors,
  )
}

/** The share of pixels, in percent, that differ outside of `except`; 100 for pictures of different sizes. */
export async function differenceOf(
  page: Page,
  before: Buffer,
  now: Buffer,
  except: readonly Box[],
): Promise<number> {
  return await page.evaluate(
    async ({ pictures, boxes, within }) => {
      const [first, second] = await Promise.all(
        pictures.map(async (base64) => {
          const image = new Image()
          image.src = `data:image/png;base64,${base64}`
          await image.decode()
          const canvas = new OffscreenCanvas(image.width, image.height)
          const context = canvas.getContext('2d')
          if (context === null) throw new Error('no canvas')
          context.drawImage(image, 0, 0)
          for (const { x, y, width, height } of boxes) context.clearRect(x - 1, y - 1, width + 2, height + 2)
          return context.getImageData(0, 0, image.width, image.height)
        }),
      )
      if (first === undefined || second === undefined) throw new Error('two pictures are compared')
      if (first.width !== second.width || first.height !== second.height) return 100
      let differing = 0
      for (let at = 0; at < first.data.length; at += 4) {
        const furthest = Math.max(
          ...[0, 1, 2, 3].map((colour) =>
            Math.abs((first.data[at + colour] ?? 0) - (second.data[at + colour] ?? 0)),
          ),
        )
        if (furthest > within) differing += 1
      }
      return (differing * 400) / first.data.length
    },
    {
      pictures: [before.toString('base64'), now.toString('base64')],
      boxes: [...except],
      within: SAME_WITHIN,
    },
  )
}
