import { type BrowserWindow, dialog, shell } from 'electron'
import { externalLink } from './external-link.ts'

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
  const question = {
    type: 'question' as const,
    title: 'Open link',
    message: `Open ${link.host} in your browser?`,
    detail: link.href,
    buttons: ['Cancel', 'Open'],
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
