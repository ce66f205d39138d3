import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectFolder } from '../../scripts/project-folder.ts'
import { chooseTheme, fillViews, pictureName, pictureOf, resize, type View } from '../../scripts/scenes.ts'
import { boxesOf, differenceOf } from '../support/compare-pictures.ts'
import { demoWindow } from '../support/demo-window.ts'

/** Usage shows the days of this month, which no picture can know. */
const MAIN: readonly View[] = ['Models', 'Compare', 'Tokenizer', 'Playground', 'API key', 'Settings']
/** Ages, times of day and durations. */
const CHANGING = '.status-bar, time, .age, .answer-facts dd, .live-facts, .conversation-row .quiet'
/** In percent of the window: a word that changed is more, the edges of letters are less. */
const MOST = 0.03

const pictures = join(projectFolder, 'docs', 'screenshots')
const kept = join(projectFolder, '.cache', 'screenshots')

/** The main views look as docs/screenshots show them. What was changed on purpose: `npm run screenshots`, and look. */
describe('how it looks', () => {
  const opened = demoWindow()
  beforeAll(async () => {
    mkdirSync(kept, { recursive: true })
    await fillViews(opened().page)
    await resize(opened().app, '')
  })

  describe.each(['light', 'dark'] as const)('%s', (theme) => {
    beforeAll(async () => chooseTheme(opened().page, theme))

    it.each(MAIN)('%s as in its picture', async (view) => {
      const name = pictureName(view, theme, '')
      const now = await pictureOf(opened().page, view)
      writeFileSync(join(kept, `now-${name}`), now)
      const changing = await boxesOf(opened().page, CHANGING)
      const before = readFileSync(join(pictures, name))
      expect(await differenceOf(opened().page, before, now, changing)).toBeLessThan(MOST)
    })
  })

  it('tells one changed word', async () => {
    const { page } = opened()
    const before = await pictureOf(page, 'Settings')
    await page.evaluate(() => {
      const heading = document.querySelector('main h2')
      if (heading !== null) heading.textContent = 'Something else'
    })
    expect(await differenceOf(page, before, await page.screenshot(), [])).toBeGreaterThan(MOST)
  })
})
