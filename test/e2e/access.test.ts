import { beforeAll, describe, expect, it } from 'vitest'
import { chooseTheme, fillViews, openView, VIEWS } from '../../scripts/scenes.ts'
import { demoWindow } from '../support/demo-window.ts'
import type { RunningApp } from '../support/electron-app.ts'
import { findingsOfAxe, smallTargets, tabThrough, unreached } from '../support/page-access.ts'

const themes = ['light', 'dark', 'high-contrast'] as const

/** Every view in every theme, filled as in use, for everyone: by axe with real colours, by keyboard, by size. */
describe('access in the real window', () => {
  const opened = demoWindow()
  beforeAll(async () =>
    fillViews(opened().page, {
      text: 'Prices are per token: 你好, naïve.',
      prompt: 'Explain caching with a table and code.',
    }),
  )

  describe.each(themes)('%s', (theme) => {
    beforeAll(async () => chooseTheme(opened().page, theme))

    it.each(VIEWS)('%s has nothing that axe objects to', async (view) => {
      await openView(opened().page, view)
      await settled(opened())
      expect(await findingsOfAxe(opened().page)).toEqual([])
    })

    it.each(DEEPER)('$name has nothing that axe objects to', async ({ view, open, close }) => {
      const { page } = opened()
      await openView(page, view)
      await open(opened())
      await settled(opened())
      const findings = await findingsOfAxe(page)
      await close(opened())
      expect(findings).toEqual([])
    })
  })

  it.each(VIEWS)('%s is used by Tab alone, with the focus in sight and marked', async (view) => {
    const { page } = opened()
    await openView(page, view)
    await settled(opened())
    const places = await tabThrough(page)
    expect(places.length).toBeGreaterThan(8)
    expect(places.filter(({ marked }) => !marked).map(({ name }) => name)).toEqual([])
    expect(places.filter(({ inSight }) => !inSight).map(({ name }) => name)).toEqual([])
    expect(await unreached(page)).toEqual([])
  })

  it.each(VIEWS)('%s has nothing too small to hit', async (view) => {
    await openView(opened().page, view)
    await settled(opened())
    expect(await smallTargets(opened().page)).toEqual([])
  })

  it('moves nothing where motion is not wanted', async () => {
    const { page } = opened()
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const view of VIEWS) {
      await openView(page, view)
      await settled(opened())
      expect(await page.evaluate(longestMotion), view).toBeLessThanOrEqual(0.01)
    }
    await page.emulateMedia({ reducedMotion: null })
  })
})

type Deeper = {
  name: string
  view: string
  open: (running: RunningApp) => Promise<unknown>
  close: (running: RunningApp) => Promise<unknown>
}

const leave = async ({ page }: RunningApp) => await page.keyboard.press('Escape')
const press =
  (name: string) =>
  async ({ page }: RunningApp) => {
    await page.getByRole('button', { name, exact: true }).first().click()
  }
const tab =
  (name: string) =>
  async ({ page }: RunningApp) => {
    await page.getByRole('main').getByRole('tab', { name, exact: true }).click()
  }

const DEEPER: Deeper[] = [
  {
    name: 'the panel of a model',
    view: 'Models',
    open: async ({ page }) => {
      await page.locator('tr[data-model="grok-4.3"]').click()
      await page.getByRole('complementary').first().waitFor()
    },
    close: leave,
  },
  { name: 'the filters of the models', view: 'Models', open: press('Filters'), close: leave },
  { name: 'the columns of the models', view: 'Models', open: press('Columns'), close: leave },
  { name: 'the image models', view: 'Models', open: tab('Image generation'), close: tab('Language') },
  { name: 'what changed', view: 'Models', open: tab('What changed'), close: tab('Language') },
  { name: 'the parameters', view: 'Playground', open: press('Parameters'), close: press('Close') },
  { name: 'the costs of a conversation', view: 'Playground', open: press('Costs'), close: press('Close') },
  {
    name: 'the details of a request',
    view: 'Playground',
    open: async ({ page }) => await page.getByText('Request details').first().click(),
    close: async ({ page }) => await page.getByText('Request details').first().click(),
  },
  {
    name: 'side by side',
    view: 'Playground',
    open: press('Run side by side'),
    close: async ({ page }) => await page.getByRole('button', { name: /Back/ }).first().click(),
  },
  ...['Budgets', 'What if', 'Reconcile', 'Import'].map((name) => ({
    name: `${name} of Usage`,
    view: 'Usage',
    open: tab(name),
    close: tab('Overview'),
  })),
  {
    name: 'the command palette',
    view: 'Models',
    open: async ({ page }) => {
      await page.keyboard.press('Control+K')
      await page.getByRole('dialog').waitFor()
    },
    close: leave,
  },
  {
    name: 'the keyboard shortcuts',
    view: 'Models',
    open: async ({ page }) => {
      await page.locator('main').focus()
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
    },
    close: leave,
  },
]

/** Lazily loaded parts are there and nothing moves any more. */
async function settled({ page }: RunningApp): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"], .skeleton') === null)
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
}

/** In seconds, of whatever has a transition or an animation. */
function longestMotion(): number {
  const seconds = (text: string) => Math.max(...text.split(',').map((part) => parseFloat(part) || 0))
  const all = [...document.querySelectorAll('*')].map((element) => getComputedStyle(element))
  return Math.max(
    ...all.map((style) => seconds(style.transitionDuration)),
    ...all.map((style) => (style.animationName === 'none' ? 0 : seconds(style.animationDuration))),
  )
}
