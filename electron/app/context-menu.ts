import { type BrowserWindow, Menu } from 'electron'
import type { NativeWordId } from '../../shared/desktop/native-words.ts'
import { contextMenuTemplate } from './context-menu-template.ts'

/** The menu of the right mouse button, made by us: the page can neither add to it nor choose in it. */
export function offerContextMenu(
  window: BrowserWindow | null,
  words: () => Readonly<Record<NativeWordId, string>> | null,
): void {
  const page = window?.webContents
  page?.on('context-menu', (_event, pressed) => {
    const said = words()
    if (said === null || window === null) return
    const template = contextMenuTemplate(pressed, said, {
      replace: (word) => page.replaceMisspelling(word),
      learn: (word) => void page.session.addWordToSpellCheckerDictionary(word),
    })
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window })
  })
}
