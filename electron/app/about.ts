import { app, type BrowserWindow } from 'electron'
import type { StorageState } from '../../shared/contract/about.ts'
import type { AboutService } from '../rpc/about-routes.ts'
import { openLink } from './links.ts'

export type AboutPorts = {
  dataFolder: string
  sqlite: string
  storage: StorageState
  window: () => BrowserWindow | null
}

export function createAbout({ dataFolder, sqlite, storage, window }: AboutPorts): AboutService {
  return {
    read: () => ({
      version: app.getVersion(),
      electron: process.versions['electron'] ?? 'unknown',
      chromium: process.versions['chrome'] ?? 'unknown',
      node: process.versions.node,
      sqlite,
      dataFolder,
      storage,
    }),
    openLink: (url) => openLink(url, window()),
  }
}
