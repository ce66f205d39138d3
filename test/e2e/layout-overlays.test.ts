import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pseudoTexts } from '../../renderer/messages/pseudo.ts'
import type { PseudoLanguage } from '../../shared/language/language.ts'
import { freshUserData, launchApp, modelsShown, type RunningApp } from '../support/electron-app.ts'
import { layoutFaults } from '../support/layout-faults.ts'
import { writeLedgerFile } from '../support/ledger-file.ts'
import { overlayFaults } from '../support/overlay-faults.ts'
import { openFile } from '../support/usage-figures.ts'

/** How an English text of the catalogue reads in this language. */
type Say = (english: string) => string
type Over = {
  name: string
  view: string
  shown: string
  open: (page: Page, say: Say) => Promise<unknown>
  /** How it goes when it is no overlay that Escape closes. */
  leave?: (page: Page, say: Say) => Promise<unknown>
}

const key = (keys: string) => async (page: Page) => {
  await page.locator('main').focus()
  await page.keyboard.press(keys)
}
const press = (english: string) => (page: Page, say: Say) =>
  page
    .getByRole('button', { name: say(english), exact: true })
    .first()
    .click()
const command = (english: string) => async (page: Page, say: Say) => {
  await key('Control+K')(page)
  await page
    .getByRole('option')
    .filter({ hasText: say(english) })
    .first()
    .click()
}

const DIALOG = 'dialog[open]'
const POPOVER = '.popover-panel'
const COMPARED = 'compare?models=grok-4.7,grok-4.3'
const OVER: readonly Over[] = [
  { name: 'the command palette', view: 'models', shown: DIALOG, open: key('Control+K') },
  { name: 'the keyboard shortcuts', view: 'models', shown: DIALOG, open: key('?') },
  { name: 'What is this?', view: 'models', shown: 'aside.numbers-panel', open: key('Shift+F1') },
  { name: 'What is this? of Usage', view: 'usage', shown: 'aside.numbers-panel', open: key('Shift+F1') },
  { name: 'the glossary', view: 'settings', shown: DIALOG, open: command('Glossary') },
  { name: 'the tour', view: 'settings', shown: 'section.tour', open: command('Start the tour') },
  { name: 'the diagnostics', view: 'settings', shown: DIALOG, open: press('Copy diagnostics') },
  { name: 'the question before deleting', view: 'settings', shown: DIALOG, open: press('Delete all data') },
  {
    name: 'the question before restoring',
    view: 'settings',
    shown: DIALOG,
    open: async (page, say) => {
      await press('Back up')(page, say)
      await page.locator('.backup-list button').first().click()
    },
  },
  {
    name: 'the question before a shorter retention',
    view: 'settings',
    shown: DIALOG,
    open: async (page, say) => {
      await page.getByLabel(say('For days')).fill('30')
      await press('Save retention')(page, say)
    },
  },
  {
    name: 'the details of a model',
    view: 'models',
    shown: 'aside.model-panel',
    open: (page) => page.locator('.model-table tbody button').first().click(),
  },
  { name: 'the columns', view: 'models', shown: POPOVER, open: press('Columns') },
  { name: 'the saved views', view: 'models', shown: POPOVER, open: press('Views') },
  { name: 'the exports', view: 'models', shown: POPOVER, open: press('Export') },
  { name: 'the formats of a table', view: COMPARED, shown: POPOVER, open: press('Copy table') },
  {
    name: 'the formats of the permissions',
    view: 'api-key',
    shown: POPOVER,
    open: (page, say) =>
      page
        .locator('.grid-export')
        .getByRole('button', { name: say('Copy table'), exact: true })
        .click(),
  },
  { name: 'the formats of the limits', view: 'api-key', shown: POPOVER, open: press('Copy table') },
  { name: 'the parameters', view: 'playground', shown: 'aside.side-panel', open: press('Parameters') },
  { name: 'the costs', view: 'playground', shown: 'aside.side-panel', open: press('Costs') },
  { name: 'the code of a request', view: 'playground', shown: POPOVER, open: press('Copy as') },
  {
    name: 'several models side by side',
    view: 'playground',
    shown: 'section.side-by-side',
    open: press('Run side by side'),
    leave: press('Back to the conversation'),
  },
  {
    name: 'a file to import',
    view: 'usage?tab=import',
    shown: 'section.usage-verdict',
    open: press('Choose file'),
    leave: (page) => open(page, 'models'),
  },
  {
    name: 'the details of a request in Usage',
    view: 'usage?tab=requests',
    shown: DIALOG,
    open: (page) => page.locator('main tbody button').first().click(),
  },
]

/** What lies over the views or beside them, in words two fifths longer and from right to left. */
describe.each<{ language: PseudoLanguage; what: string }>([
  { language: 'en-XA', what: 'longer words' },
  { language: 'en-XB', what: 'words from right to left' },
])('with $what', ({ language }) => {
  const userData = freshUserData()
  const say: Say = (english) => String(Reflect.get(pseudoTexts({ english }, language), 'english'))
  let running: RunningApp

  beforeAll(async () => {
    running = await launchApp({ userData: userData.folder, env: { TOKENBOOK_LANGUAGE: language } })
    const { page } = running
    await modelsShown(page)
    await open(page, 'playground')
    await page.locator('main textarea').first().fill('abc')
    await page.getByRole('button', { name: say('Send'), exact: true }).click()
    await page.locator('.bill').waitFor({ timeout: 60_000 })
    writeLedgerFile(join(userData.folder, 'rows.jsonl'), 5)
    await openFile(running.app, join(userData.folder, 'rows.jsonl'))
  })
  afterAll(async () => {
    await running?.close()
    userData.remove()
  })

  describe.each([
    { width: 1024, height: 700 },
    { width: 1280, height: 800 },
  ])('at $width × $height', (size) => {
    beforeAll(() =>
      running.app.evaluate(({ BrowserWindow }, { width, height }) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
      }, size),
    )

    it.each(OVER)(
      'fits $name: nothing cut, nothing over another',
      async ({ view, shown, open: show, leave }) => {
        const { page } = running
        await open(page, view)
        await show(page, say)
        await page.locator(shown).waitFor()
        const faults = async () => [...(await layoutFaults(page)), ...(await overlayFaults(page, shown))]
        try {
          await expect.poll(faults, { timeout: 20_000 }).toEqual([])
        } finally {
          await (leave ?? closeByEscape)(page, say)
          await page.locator(shown).waitFor({ state: 'detached' })
        }
      },
    )
  })
})

/** By its address, which also takes away what an earlier test left open there. */
async function open(page: Page, view: string): Promise<void> {
  await page.evaluate((to) => window.location.assign(`#/${to}`), view)
  await page.locator(`nav a[href="#/${view.replace(/\?.*/, '')}"][aria-current="page"]`).waitFor()
  await page.locator('main :is(table, form, section, textarea)').first().waitFor()
}

async function closeByEscape(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
}
