import { app } from 'electron'

/** Set by the build: the address of the description of the latest release, or `null` outside a release build. */
declare const __RELEASES__: string | null

/** `TOKENBOOK_RELEASES=http://127.0.0.1:…`, to try the check against a server on this computer; no package reads it. */
export function releasesAddress(): string | null {
  const tried = process.env['TOKENBOOK_RELEASES'] ?? ''
  return !app.isPackaged && tried.startsWith('http://127.0.0.1:') ? tried : __RELEASES__
}
