import { COMMAND_KEYS, type CommandId, commandIds } from '../../../shared/desktop/commands.ts'

/** Keys that are told together: those of the seven views, and those of the size. */
const TOGETHER = /^(view|zoom)-/

/** The commands with a key that have a line of their own in the list of keys. */
export function commandsWithKeys(): CommandId[] {
  return commandIds().filter((id) => COMMAND_KEYS[id] !== null && !TOGETHER.test(id))
}

/**
 * Every other key that does something, by place. A key is written as it is pressed; `Mod` is Ctrl, on macOS Command. The
 * words stand in the messages under the same names.
 */
export const SHORTCUTS = {
  everywhere: {
    views: ['Mod', '1 … 7'],
    zoom: ['Mod', '+ / − / 0'],
    close: ['Esc'],
  },
  tables: {
    rows: ['↑ ↓'],
    ends: ['Home / End'],
    open: ['Enter'],
    select: ['Space'],
  },
  tokens: {
    next: ['← →'],
    lines: ['↑ ↓'],
    found: ['Enter'],
    foundBefore: ['Shift', 'Enter'],
  },
  playground: {
    send: ['Enter'],
    line: ['Shift', 'Enter'],
  },
} as const satisfies Record<string, Record<string, readonly string[]>>
