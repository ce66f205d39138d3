import { type BrowserWindow, Notification } from 'electron'
import { showWindow } from './show-window.ts'

/** More than a person finds in the list of what the system told. */
const MOST_HELD = 20
/** One that nothing holds is collected as garbage with its listener, and a click on it does nothing. */
const held = new Set<Notification>()

/** Tells by the system's own notification, where it has any; a click brings the window back. */
export function notify(window: () => BrowserWindow | null, told: { title: string; body: string }): void {
  if (!Notification.isSupported()) return
  const notification = new Notification(told)
  held.add(notification)
  for (const oldest of held) if (held.size > MOST_HELD) held.delete(oldest)
  notification.on('click', () => {
    held.delete(notification)
    showWindow(window())
  })
  notification.show()
}
