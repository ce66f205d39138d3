import { MenuContents } from '../../shared/contract/desktop.ts'
import { commandIds } from '../../shared/desktop/commands.ts'
import { NATIVE_WORD_IDS } from '../../shared/desktop/native-words.ts'

/** What a page tells the menus, each word its own id, with what a test cares about put in. */
export function sampleMenu(parts: Partial<MenuContents> = {}): MenuContents {
  return MenuContents.parse({
    commands: Object.fromEntries(commandIds().map((id) => [id, id])),
    words: Object.fromEntries(NATIVE_WORD_IDS.map((id) => [id, id])),
    recent: { conversations: [], models: [], comparisons: [] },
    checked: [],
    disabled: [],
    ...parts,
  })
}
