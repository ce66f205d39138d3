import type { MenuItemConstructorOptions } from 'electron'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { menuTemplate, plainLabel } from '../../../../electron/app/menu-template.ts'
import { createDesktop } from '../../../../electron/services/desktop.ts'
import type { MenuContents } from '../../../../shared/contract/desktop.ts'
import { COMMAND_KEYS, type CommandId, commandIds } from '../../../../shared/desktop/commands.ts'
import { sampleMenu } from '../../../support/sample-menu.ts'

const LINUX = { isMac: false, isDevelopment: false }
const MAC = { isMac: true, isDevelopment: false }

function built(contents: MenuContents = sampleMenu(), platform = LINUX) {
  const chosen: string[] = []
  const actions = {
    run: (command: CommandId) => void chosen.push(command),
    open: (address: string) => void chosen.push(address),
  }
  return { items: flat(menuTemplate(contents, actions, platform)), chosen }
}

function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
}

function press(item: MenuItemConstructorOptions | undefined): void {
  const click: unknown = item?.click
  if (typeof click === 'function') click()
}

describe('the menu', () => {
  it.each([
    ['Linux and Windows', LINUX],
    ['macOS', MAC],
  ])('has every command once, and each tells the page of itself: %s', (_, platform) => {
    const { items, chosen } = built(sampleMenu(), platform)
    for (const id of commandIds()) {
      const found = items.filter((item) => item.id === id)
      expect(
        found.map((item) => item.label),
        id,
      ).toEqual([id])
      press(found[0])
    }
    expect(chosen).toEqual(commandIds())
  })

  it('shows the keys of the list of keys, and leaves hearing them to the page', () => {
    const { items } = built()
    for (const id of commandIds()) {
      const key: string | null = COMMAND_KEYS[id]
      const item = items.find((one) => one.id === id)
      const shown = key === null || key === '?' ? undefined : key.replace('Mod', 'CommandOrControl')
      expect(item?.accelerator, id).toBe(shown)
      if (shown !== undefined) expect(item?.registerAccelerator).toBe(false)
    }
  })

  it('gives no key to two commands', () => {
    const keys = Object.values(COMMAND_KEYS).filter((key) => key !== null)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('reloads and opens developer tools in development only', () => {
    const roles = (isDevelopment: boolean) =>
      built(sampleMenu(), { isMac: false, isDevelopment }).items.map(({ role }) => role)
    expect(roles(true)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']))
    for (const role of ['reload', 'forceReload', 'toggleDevTools']) expect(roles(false)).not.toContain(role)
  })

  it('opens what was used last, marks what is chosen, and greys what cannot be done', () => {
    const conversations = [{ label: 'Rivers & lakes', address: '/playground?conversation=c-1' }]
    const contents = sampleMenu({
      recent: { conversations, models: [], comparisons: [] },
      checked: ['theme-dark'],
      disabled: ['zoom-in'],
    })
    const { items, chosen } = built(contents)
    const item = (id: string) => items.find((one) => one.id === id)
    expect(item('recent-conversations-0')?.label).toBe('Rivers && lakes')
    press(item('recent-conversations-0'))
    expect(chosen).toEqual(['/playground?conversation=c-1'])
    expect(item('menu-recent-models')?.enabled).toBe(false)
    expect(item('theme-dark')).toMatchObject({ type: 'radio', checked: true })
    expect(item('theme-light')).toMatchObject({ checked: false })
    expect(item('zoom-in')?.enabled).toBe(false)
  })
})

describe('a label', () => {
  it.each([
    ['an & of a name', 'AT&T', 'AT&&T'],
    ['line breaks and tabs', 'one\n\ttwo', 'one two'],
    ['what reorders text', 'abc\u202edcba', 'abc dcba'],
    ['what is too long', 'y'.repeat(200), `${'y'.repeat(59)}…`],
    ['half a character at the cut', '😀'.repeat(80), `${'😀'.repeat(59)}…`],
  ])('is only a label: %s', (_, text, label) => {
    expect(plainLabel(text)).toBe(label)
  })

  it('never has a mnemonic, a control character or more than its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const label = plainLabel(text)
        expect(label.replaceAll('&&', '')).not.toContain('&')
        expect(label).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
        expect([...label.replaceAll('&&', '&')].length).toBeLessThanOrEqual(60)
      }),
    )
  })
})

describe('what is chosen in a menu', () => {
  it('reaches the page once each, in order, also when it is the same twice', async () => {
    const desktop = createDesktop({ showMenu: () => {} })
    const left = new AbortController()
    const heard: unknown[] = []
    const listening = (async () => {
      for await (const event of desktop.events(left.signal)) heard.push(event)
    })()
    for (const command of ['zoom-in', 'zoom-in', 'find'] as const) desktop.run(command)
    desktop.open('/models?model=grok-4')
    await expect.poll(() => heard.length).toBe(4)
    left.abort()
    await listening
    expect(heard).toEqual([
      { kind: 'command', command: 'zoom-in' },
      { kind: 'command', command: 'zoom-in' },
      { kind: 'command', command: 'find' },
      { kind: 'open', address: '/models?model=grok-4' },
    ])
  })

  it('builds the menu anew only when it says something else', () => {
    const shown: MenuContents[] = []
    const desktop = createDesktop({ showMenu: (contents) => void shown.push(contents) })
    desktop.setMenu(sampleMenu())
    desktop.setMenu(sampleMenu())
    expect(shown).toHaveLength(1)
    desktop.setMenu(sampleMenu({ checked: ['rows-compact'] }))
    expect(shown).toHaveLength(2)
  })
})
