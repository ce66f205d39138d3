import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStorage } from '../../electron/storage/open-storage.ts'
import { projectFolder } from '../../scripts/project-folder.ts'
import { freshUserData, launchApp, type RunningApp } from '../support/electron-app.ts'
import { openView } from '../support/page-actions.ts'
import { sampleMessage } from '../support/sample-conversation.ts'

const PARTS = 110
const pictures = join(projectFolder, '.cache', 'screenshots')

/** As long as a chapter of a book, over 500 blocks, and a note in the middle that the first part names. */
function book(): string {
  const part = (number: number): string =>
    [
      `## Part ${number}`,
      `What **part ${number}** says of tides, of \`harbours\` and of the light on the sea, at some length: ${'and on it goes, '.repeat(14)}to its end.`,
      `- first of ${number}\n- second of ${number}`,
      `| tide | height |\n|---|--:|\n| high | ${number} |`,
      `\`\`\`python\nprint("part ${number}")\n\`\`\``,
    ].join('\n\n')
  const parts = Array.from({ length: PARTS }, (_, at) => part(at + 1))
  parts.splice(PARTS / 2, 0, '[^tide]: Words of the note in the middle.')
  return `It begins here.[^tide]\n\n${parts.join('\n\n')}\n\nThese are the last words.`
}

function keep(folder: string): void {
  const storage = openStorage({ folder, now: Date.now })
  if (storage.kind === 'newer') throw new Error('a fresh folder has no newer schema')
  const { chats } = storage
  chats.together(() => {
    const setup = { model: null, protocol: 'chat', parameters: {} } as const
    chats.create({ id: 'c', at: Date.now(), setup, hidden: false })
    const { branch: _, choice: __, ...answer } = sampleMessage({ id: 'm', role: 'assistant', text: book() })
    chats.addMessages('c', [answer], [{ id: 'm', parent: null, chosen: 1, removed: false }])
  })
  storage.close()
}

type Seen = { elements: number; headings: string[] }

/**
 * Scrolls by `pixels` again and again, up to `steps` times or as far as it goes; what is seen is looked at when all of it
 * has its form. Returns the headings that came into sight and the most elements that the answer had on the way.
 */
function readOn(page: Page, pixels: number, steps: number): Promise<Seen> {
  return page.evaluate(
    async ([pixels, steps]) => {
      const frame = () => new Promise(requestAnimationFrame)
      const [area] = document.getElementsByClassName('messages')
      if (area === undefined) throw new Error('there is nothing to scroll')
      const { top, bottom } = area.getBoundingClientRect()
      const inSight = (selector: string) =>
        [...document.querySelectorAll(`.answer-text ${selector}`)].filter((element) => {
          const its = element.getBoundingClientRect()
          return its.bottom > top && its.top < bottom
        })
      const headings = new Set<string>()
      let elements = 0
      for (let step = 0; step <= steps; step += 1) {
        for (let frames = 0; frames < 2 || inSight('.answer-group > p').length > 0; frames += 1) await frame()
        for (const { textContent } of inSight('h4')) headings.add(textContent)
        elements = Math.max(elements, document.querySelectorAll('.answer-text *').length)
        const before = area.scrollTop
        area.scrollTop += pixels
        if (area.scrollTop === before) break
      }
      return { elements, headings: [...headings] }
    },
    [pixels, steps] as const,
  )
}

const ALL_THE_WAY = 1_000_000

describe('an answer as long as a book', () => {
  const userData = freshUserData()
  let running: RunningApp
  const answer = () => running.page.locator('.answer-text')

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    keep(userData.folder)
    running = await launchApp({ userData: userData.folder })
    await openView(running.page, 'Playground')
    await answer().getByText('These are the last words.').waitFor({ timeout: 60_000 })
  })
  afterAll(async () => {
    await running?.close()
    userData.remove()
  })

  it('is read from its end to its beginning in full, though the page holds only what is near', async () => {
    const { page } = running
    await readOn(page, ALL_THE_WAY, 5)
    await page.screenshot({ path: join(pictures, 'long-answer.png') })
    const { headings, elements } = await readOn(page, -400, 1_000)
    expect(headings.sort()).toEqual(Array.from({ length: PARTS }, (_, at) => `Part ${at + 1}`).sort())
    // All of it would be over 3,000.
    expect(elements).toBeGreaterThan(100)
    expect(elements).toBeLessThan(2_000)
  })

  it('keeps each part where it was: what was read once has the same height when it is read again', async () => {
    const { page } = running
    const height = () => page.evaluate(() => document.querySelector('.messages')?.scrollHeight ?? 0)
    const whole = await height()
    const { headings } = await readOn(page, 400, 1_000)
    expect(headings).toHaveLength(PARTS)
    expect(Math.abs((await height()) - whole)).toBeLessThan(4)
  })

  it('can be selected as a whole', async () => {
    const { page } = running
    const text = await page.evaluate(() => {
      const [whole] = document.getElementsByClassName('answer-text')
      if (whole !== undefined) getSelection()?.selectAllChildren(whole)
      return getSelection()?.toString() ?? ''
    })
    for (const part of [1, PARTS / 2, PARTS]) expect(text).toContain(`part ${part}`)
    await page.evaluate(() => getSelection()?.removeAllRanges())
  })

  it('leads from a mark to a note that is far from it', async () => {
    const { page } = running
    await readOn(page, -ALL_THE_WAY, 5)
    await answer().getByRole('button', { name: 'Footnote tide' }).click()
    const note = answer().getByRole('note', { name: 'Footnote tide' })
    await expect.poll(() => note.evaluate((it) => it === document.activeElement)).toBe(true)
    expect((await readOn(page, 1, 1)).headings).toContain(`Part ${PARTS / 2}`)
  })

  it('leaves a part alone that has the focus, however far one scrolls', async () => {
    const { page } = running
    await readOn(page, -ALL_THE_WAY, 5)
    const copy = answer().getByRole('button', { name: 'Copy code' }).first()
    await copy.focus()
    await readOn(page, ALL_THE_WAY, 5)
    expect(await copy.evaluate((it) => it === document.activeElement)).toBe(true)
  })
})
