/**
 * Every key that does something, by place. A key is written as it is pressed; `Mod` is Ctrl, on macOS Command. The words
 * stand in the messages under the same names.
 */
export const SHORTCUTS = {
  everywhere: {
    palette: ['Mod', 'K'],
    shortcuts: ['?'],
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
