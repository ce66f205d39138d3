/**
 * Everything that can be done from the menu and from the palette, by id, with its key. `Mod` is Ctrl, on macOS Command.
 * One list for the menu, the palette, the keys and their list on screen: what one of them says, the others do.
 */
export const COMMAND_KEYS = {
  'new-conversation': 'Mod+N',
  'import-conversation': 'Mod+O',
  'export-conversation': 'Mod+E',
  'side-by-side': null,
  'back-up': null,
  'data-folder': null,
  'open-settings': 'Mod+,',
  find: 'Mod+F',
  'zoom-in': 'Mod+Plus',
  'zoom-out': 'Mod+-',
  'zoom-reset': 'Mod+0',
  navigation: 'Mod+B',
  'refresh-prices': 'F5',
  palette: 'Mod+K',
  back: 'Mod+[',
  forward: 'Mod+]',
  shortcuts: '?',
  'what-is-this': 'Shift+F1',
  glossary: null,
  tour: null,
  'view-models': 'Mod+1',
  'view-compare': 'Mod+2',
  'view-tokenizer': 'Mod+3',
  'view-playground': 'Mod+4',
  'view-usage': 'Mod+5',
  'view-api-key': 'Mod+6',
  'view-settings': 'Mod+7',
  'theme-system': null,
  'theme-light': null,
  'theme-dark': null,
  'theme-high-contrast': null,
  'rows-comfortable': null,
  'rows-compact': null,
  'unit-per-million': null,
  'unit-per-thousand': null,
  'unit-per-token': null,
  'unit-raw': null,
  docs: null,
  console: null,
  diagnostics: null,
  'log-folder': null,
  licences: null,
  'check-updates': null,
  about: null,
} as const satisfies Record<string, string | null>

export type CommandId = keyof typeof COMMAND_KEYS

/** Whether `text` names a command. */
export function isCommandId(text: string): text is CommandId {
  return Object.hasOwn(COMMAND_KEYS, text)
}

/** All ids, in their order. */
export function commandIds(): CommandId[] {
  return Object.keys(COMMAND_KEYS).filter(isCommandId)
}
