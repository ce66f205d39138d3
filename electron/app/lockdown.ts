import { app, type Session, session, type WebContents } from 'electron'
import { isOurs } from './app-origin.ts'
import { forbidDictionaries } from './spell-check.ts'

/** Every scheme with a way out. Our own scheme must not be named here: Electron 25 never answers it then. */
const FOREIGN = ['http', 'https', 'ws', 'wss', 'ftp', 'file'].map((scheme) => `${scheme}://*/*`)

/**
 * Everything a page could do beyond showing our own files is refused here, for every page there will ever be, before
 * the first one exists. `developmentOrigin` is the dev server of `npm run dev`; `null` in every build.
 */
export function lockDown(developmentOrigin: string | null): void {
  // As root Chromium has no sandbox to offer and refuses to start with both switches (tests and development only).
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => confine(contents, developmentOrigin))
  app.on('session-created', (created) => denyPermissions(created))
}

/** After the app is ready: the session that shows pages has no permissions and no network. */
export function closeSession(developmentOrigin: string | null): void {
  denyPermissions(session.defaultSession)
  forbidDictionaries()
  session.defaultSession.webRequest.onBeforeRequest({ urls: FOREIGN }, (details, decide) => {
    decide({ cancel: !isDevelopmentServer(details.url, developmentOrigin) })
  })
}

function confine(contents: WebContents, developmentOrigin: string | null): void {
  const stay = (event: { preventDefault(): void }, address: string): void => {
    if (!isOurs(address, developmentOrigin)) event.preventDefault()
  }
  contents.on('will-navigate', (event) => stay(event, event.url))
  contents.on('will-frame-navigate', (event) => stay(event, event.url))
  contents.on('will-redirect', (event) => stay(event, event.url))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // The one way out that neither the policy nor webRequest sees: peer connections.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

function denyPermissions(target: Session): void {
  // Copying text is the only thing the page needs of the system.
  target.setPermissionRequestHandler((_contents, permission, decide) =>
    decide(permission === 'clipboard-sanitized-write'),
  )
  target.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write')
  target.setDevicePermissionHandler(() => false)
}

function isDevelopmentServer(address: string, developmentOrigin: string | null): boolean {
  if (developmentOrigin === null) return false
  // The dev server pushes changes over a web socket.
  return [developmentOrigin, developmentOrigin.replace(/^http/, 'ws')].some((origin) =>
    address.startsWith(`${origin}/`),
  )
}
