import { app } from 'electron'

/** Ends the app in order, then does what is left to do without a database, and starts the app again. */
export function restartApp(afterwards: () => void): void {
  app.once('will-quit', () => {
    afterwards()
    app.relaunch()
  })
  // The answer to the page's call leaves first.
  setTimeout(() => app.quit(), 200)
}
