import { type BrowserWindow, dialog, shell } from 'electron'
import { externalLink } from './external-link.ts'
import { words } from './words/words.ts'

/**
 * The only place that hands an address to the system. The page and the model may name addresses; the person decides,
 * seeing the host that would really be opened.
 */
export async function openLink(
  address: string,
  window: BrowserWindow | null,
): Promise<'opened' | 'declined' | 'refused'> {
  const link = externalLink(address)
  if (link === null) return 'refused'
  const say = words().link
  const question = {
    type: 'question' as const,
    title: say.title,
    message: say.message(link.host),
    detail: link.href,
    buttons: [say.cancel, say.open],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  }
  const { response } = window
    ? await dialog.showMessageBox(window, question)
    : await dialog.showMessageBox(question)
  if (response !== 1) return 'declined'
  await shell.openExternal(link.href)
  return 'opened'
}
