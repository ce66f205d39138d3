import type { MenuItemConstructorOptions } from 'electron'
import type { MenuContents } from '../../shared/contract/desktop.ts'
import { COMMAND_KEYS, type CommandId } from '../../shared/desktop/commands.ts'
import type { NativeWordId } from '../../shared/desktop/native-words.ts'

export type MenuActions = { run(command: CommandId): void; open(address: string): void }
export type MenuPlatform = { isMac: boolean; isDevelopment: boolean }
type Role = NonNullable<MenuItemConstructorOptions['role']>

const LINE: MenuItemConstructorOptions = { type: 'separator' }
const VIEWS: readonly CommandId[] = [
  'view-models',
  'view-compare',
  'view-tokenizer',
  'view-playground',
  'view-usage',
  'view-api-key',
  'view-settings',
]

/** In characters; longer text is cut. */
const LONGEST_LABEL = 60

/** A label that is only a label: `&` would make the next letter a mnemonic, and long or odd text would break the menu. */
export function plainLabel(text: string): string {
  // Control characters, line breaks and what reorders text have no business in a menu.
  const plain = text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const characters = [...plain]
  const short =
    characters.length > LONGEST_LABEL ? `${characters.slice(0, LONGEST_LABEL - 1).join('')}…` : plain
  return short.replaceAll('&', '&&')
}

/** The whole menu bar. Nothing in it does anything itself: commands go to the page, roles to the system. */
export function menuTemplate(
  contents: MenuContents,
  actions: MenuActions,
  platform: MenuPlatform,
): MenuItemConstructorOptions[] {
  const make = itemsOf(contents, actions)
  return [
    ...(platform.isMac ? [appMenu(make)] : []),
    fileMenu(make, platform),
    editMenu(make),
    viewMenu(make, platform),
    goMenu(make),
    windowMenu(make, platform),
    helpMenu(make, platform),
  ]
}

type Make = ReturnType<typeof itemsOf>

function itemsOf({ commands, words, recent, checked, disabled }: MenuContents, actions: MenuActions) {
  const word = (id: NativeWordId): string => plainLabel(words[id])
  return {
    word,
    command(id: CommandId, type: 'normal' | 'radio' | 'checkbox' = 'normal'): MenuItemConstructorOptions {
      const key: string | null = COMMAND_KEYS[id]
      return {
        id,
        label: plainLabel(commands[id]),
        type,
        enabled: !disabled.includes(id),
        ...(type === 'normal' ? {} : { checked: checked.includes(id) }),
        // The page listens for the keys itself: a menu that did too would do everything twice.
        ...(key === null || key === '?'
          ? {}
          : { accelerator: key.replace('Mod', 'CommandOrControl'), registerAccelerator: false }),
        click: () => actions.run(id),
      }
    },
    role: (role: Role, id: NativeWordId): MenuItemConstructorOptions => ({ role, label: word(id) }),
    menu: (id: NativeWordId, submenu: MenuItemConstructorOptions[]): MenuItemConstructorOptions => ({
      id: `menu-${id}`,
      label: word(id),
      submenu,
    }),
    recent(kind: keyof MenuContents['recent'], id: NativeWordId): MenuItemConstructorOptions {
      const places = recent[kind]
      return {
        id: `menu-${id}`,
        label: word(id),
        enabled: places.length > 0,
        submenu: places.map(({ label, address }, index) => ({
          id: `${id}-${index}`,
          label: plainLabel(label) || address,
          click: () => actions.open(address),
        })),
      }
    },
  }
}

function appMenu({ command, role }: Make): MenuItemConstructorOptions {
  return {
    label: 'Tokenbook',
    submenu: [
      ...[command('about'), command('check-updates'), LINE, command('open-settings'), LINE],
      ...[role('hide', 'hide'), role('hideOthers', 'hide-others'), role('unhide', 'show-all'), LINE],
      role('quit', 'quit'),
    ],
  }
}

function fileMenu({ command, role, menu }: Make, { isMac }: MenuPlatform): MenuItemConstructorOptions {
  return menu('file', [
    command('new-conversation'),
    command('import-conversation'),
    command('export-conversation'),
    ...[LINE, command('back-up'), command('data-folder')],
    ...(isMac ? [] : [LINE, command('open-settings'), LINE, role('quit', 'quit')]),
  ])
}

function editMenu({ command, role, menu }: Make): MenuItemConstructorOptions {
  return menu('edit', [
    ...[role('undo', 'undo'), role('redo', 'redo'), LINE],
    ...[role('cut', 'cut'), role('copy', 'copy'), role('paste', 'paste')],
    ...[role('pasteAndMatchStyle', 'paste-plain'), role('delete', 'delete'), role('selectAll', 'select-all')],
    ...[LINE, command('find')],
  ])
}

function viewMenu(
  { command, role, menu }: Make,
  { isDevelopment }: MenuPlatform,
): MenuItemConstructorOptions {
  const radios = (...ids: CommandId[]) => ids.map((id) => command(id, 'radio'))
  return menu('view', [
    ...[command('zoom-in'), command('zoom-out'), command('zoom-reset'), LINE],
    command('navigation', 'checkbox'),
    menu('theme', radios('theme-system', 'theme-light', 'theme-dark', 'theme-high-contrast')),
    menu('rows', radios('rows-comfortable', 'rows-compact')),
    menu('units', radios('unit-per-million', 'unit-per-thousand', 'unit-per-token', 'unit-raw')),
    ...[LINE, command('refresh-prices'), LINE, role('togglefullscreen', 'full-screen')],
    ...(isDevelopment ? [LINE, role('reload', 'reload'), role('toggleDevTools', 'developer-tools')] : []),
  ])
}

function goMenu({ command, menu, recent }: Make): MenuItemConstructorOptions {
  return menu('go', [
    ...[command('palette'), LINE],
    ...VIEWS.map((id) => command(id)),
    ...[LINE, command('back'), command('forward'), LINE],
    recent('conversations', 'recent-conversations'),
    recent('models', 'recent-models'),
    recent('comparisons', 'recent-comparisons'),
    ...[LINE, command('side-by-side')],
  ])
}

function windowMenu({ role, menu }: Make, { isMac }: MenuPlatform): MenuItemConstructorOptions {
  return menu('window', [
    role('minimize', 'minimize'),
    ...(isMac ? [role('zoom', 'zoom-window'), role('front', 'front')] : []),
    role('close', 'close-window'),
  ])
}

function helpMenu({ command, menu }: Make, { isMac }: MenuPlatform): MenuItemConstructorOptions {
  return menu('help', [
    ...[
      command('shortcuts'),
      command('what-is-this'),
      command('glossary'),
      command('tour'),
      LINE,
      command('docs'),
      command('console'),
      LINE,
    ],
    ...[command('diagnostics'), command('log-folder'), LINE, command('licences')],
    ...(isMac ? [] : [command('check-updates'), LINE, command('about')]),
  ])
}
