import type { Files } from './planted-tree.ts'

/**
 * A violation that the checker must report under `rule` at `at`. The files beside it are what the offender needs
 * to exist.
 */
export type Plant = { rule: string; at: string; files: Files }

const schema = { 'shared/contract/chat.ts': "import { z } from 'zod'\nexport const Chat = z.string()\n" }

const dependencies: readonly Plant[] = [
  plant('shared imports only zod and @orpc/contract', 'shared/money/ticks.ts', "import 'node:fs'"),
  plant('shared imports only zod and @orpc/contract', 'shared/money/ticks.ts', "import 'react'"),
  plant(
    'shared imports only zod and @orpc/contract',
    'shared/money/ticks.ts',
    "import type { Wire } from '../../electron/services/ports.ts'",
  ),
  plant(
    'electron never imports renderer',
    'electron/services/a.ts',
    "export type { A } from '../../renderer/app/a.tsx'",
  ),
  plant(
    'electron never imports renderer',
    'electron/services/a.ts',
    "export const page = () => import('../../renderer/app/a.tsx')",
  ),
  plant(
    'preload imports nothing of ours',
    'electron/preload/preload.ts',
    "import { a } from '../../shared/money/ticks.ts'",
  ),
  plant('preload imports nothing of ours', 'electron/preload/preload.ts', "const fs = require('node:fs')"),
  plant('nothing imports preload', 'electron/app/window.ts', "import '../preload/preload.ts'"),
  plant('renderer imports only shared', 'renderer/app/a.tsx', "import { app } from 'electron'"),
  plant(
    'renderer imports only shared',
    'renderer/app/a.tsx',
    "new Worker(new URL('../../electron/main.ts', import.meta.url))",
  ),
  plant('renderer imports only shared', 'renderer/app/a.tsx', "export * from '../../scripts/start.ts'"),
  plant('renderer imports only shared', 'renderer/app/a.tsx', "import { readFile } from 'node:fs/promises'"),
  plant(
    'renderer imports only shared',
    'renderer/app/a.tsx',
    "type Wire = import('../../electron/services/ports.ts').Wire",
  ),
  plant(
    'renderer takes the contract as types only',
    'renderer/app/a.tsx',
    "import { Chat } from '../../shared/contract/chat.ts'",
  ),
  plant(
    'renderer takes the contract as types only',
    'renderer/app/a.tsx',
    "import { type Chat } from '../../shared/contract/chat.ts'",
  ),
  plant('no validator is loaded into the page', 'renderer/app/a.tsx', "import { z } from 'zod'"),
  plant(
    'no validator is loaded into the page',
    'renderer/app/a.tsx',
    "import { length } from '../../shared/chat/length.ts'",
    {
      ...schema,
      'shared/chat/length.ts': "export { Chat as length } from './indirect.ts'",
      'shared/chat/indirect.ts': "export { Chat } from '../contract/chat.ts'",
    },
  ),
  plant(
    'a feature never imports another feature',
    'renderer/features/models/a.tsx',
    "import type { B } from '../usage/b.tsx'",
  ),
  plant('ui knows no feature', 'renderer/ui/a.tsx', "import { B } from '../features/usage/b.tsx'"),
  plant(
    'services, xai, storage and demo run without electron',
    'electron/services/a.ts',
    "import type { App } from 'electron'",
  ),
  plant(
    'services, xai, storage and demo run without electron',
    'electron/xai/a.ts',
    "import { openWindow } from '../app/window.ts'",
    {
      'electron/app/window.ts':
        "import { BrowserWindow } from 'electron'\nexport const openWindow = BrowserWindow",
    },
  ),
  plant(
    'services, xai, storage and demo run without electron',
    'electron/storage/a.ts',
    "import Store from 'electron-store'",
  ),
  plant(
    'services, xai, storage and demo run without electron',
    'electron/demo/a.ts',
    "const { net } = require('electron')",
  ),
  plant(
    'only thin adapters import values from electron',
    'electron/rpc/a.ts',
    "import { app } from 'electron'",
  ),
  plant('no import cycles', 'shared/money/a.ts', "import { b } from './b.ts'", {
    'shared/money/b.ts': "export type { C } from './c.ts'",
    'shared/money/c.ts': "import './a.ts'",
  }),
]

const syntax: readonly Plant[] = [
  plant(
    'only rpc.ts touches the port',
    'renderer/app/a.tsx',
    "window.addEventListener('message', (event: MessageEvent) => event)",
  ),
  plant('only rpc.ts touches the port', 'renderer/app/a.tsx', "window.postMessage('hello')"),
  plant(
    'no HTML from strings in the page',
    'renderer/app/a.tsx',
    'export const A = () => <p dangerouslySetInnerHTML={{ __html: text }} />',
  ),
  plant('no HTML from strings in the page', 'renderer/app/a.tsx', "element['innerHTML'] = text"),
  plant('no HTML from strings in the page', 'renderer/app/a.tsx', "element.insertAdjacentHTML('end', text)"),
  plant('no code from strings', 'renderer/app/a.tsx', "eval('1')"),
  plant('no code from strings', 'shared/money/a.ts', "export const f = new Function('return 1')"),
  plant(
    'imports are written out',
    'electron/services/a.ts',
    'export const load = (name: string) => import(name)',
  ),
  plant('openExternal only in app/links.ts', 'electron/app/menu.ts', 'shell.openExternal(url)'),
  plant('ipcRenderer stays in the preload', 'renderer/app/a.tsx', 'window.ipcRenderer.on(name, listener)'),
  plant(
    'the preload exposes no part of ipcRenderer',
    'electron/preload/preload.ts',
    "contextBridge.exposeInMainWorld('ipc', { on: ipcRenderer.on })",
  ),
  plant('no weakened window settings', 'electron/app/window.ts', 'open({ webSecurity: true })'),
  plant('no weakened window settings', 'electron/app/window.ts', "open({ 'enableBlinkFeatures': 'X' })"),
  plant(
    'sandbox, isolation and no Node in the page',
    'electron/app/window.ts',
    'open({ nodeIntegration: true })',
  ),
  plant(
    'sandbox, isolation and no Node in the page',
    'electron/app/window.ts',
    'open({ sandbox: !inTests })',
  ),
  plant(
    'no certificate check is turned off',
    'electron/xai/a.ts',
    'connect({ host, rejectUnauthorized: strict })',
  ),
  plant(
    'no URL scheme and no crash upload',
    'electron/app/a.ts',
    "app.setAsDefaultProtocolClient('tokenbook')",
  ),
  plant('shared reads no clock and no dice', 'shared/money/a.ts', 'export const now = () => Date.now()'),
  plant('shared reads no clock and no dice', 'shared/money/a.ts', 'export const now = () => new Date()'),
  plant('shared keeps no state', 'shared/money/a.ts', 'export let count = 0'),
  ...[
    'export const ok = URL.canParse(text)',
    "export const url = globalThis.URL['parse'](text)",
    'export const { promise } = Promise.withResolvers<void>()',
    'export const signal = AbortSignal.any([one, other])',
    'export const list = await Array.fromAsync(parts)',
    'export const groups = Object.groupBy(list, kindOf)',
    'export const groups = Map.groupBy(list, kindOf)',
    'export const both = one.union(other)',
    'export const within = one.isSubsetOf(other)',
    'export const names = known.keys().map(nameOf)',
    'export const names = new Map().entries().toArray()',
    "export const parts = 'a-b'.matchAll(/\\w/g).map(partOf)",
  ].map((text, at) => {
    const folder = ['electron/services', 'shared/money', 'renderer/app'][at % 3]
    return plant('no API newer than the oldest runtime', `${folder}/a.ts`, text)
  }),
  plant('no definite assignment', 'electron/services/a.ts', 'let name!: string'),
  plant('no definite assignment', 'electron/services/a.ts', 'class A { name!: string }'),
  plant('no assertion through unknown', 'electron/services/a.ts', 'export const a = b as unknown as string'),
]

const comments: readonly Plant[] = [
  plant('a silenced check gives its reason', 'shared/money/a.ts', '// @ts-expect-error\nexport const a = 1'),
  plant(
    'a silenced check gives its reason',
    'shared/money/a.ts',
    '// @ts-ignore: it is wrong about this line\nexport const a = 1',
  ),
  plant(
    'a silenced check gives its reason',
    'shared/money/a.ts',
    '// biome-ignore lint/suspicious/noConsole: <explanation>\nexport const a = 1',
  ),
  plant('no work left in comments', 'shared/money/a.ts', '/* FIXME rounds down */\nexport const a = 1'),
]

const layout: readonly Plant[] = [
  plant('top-level folders and files are fixed', 'lib/a.ts', 'export const a = 1'),
  plant('top-level folders and files are fixed', 'settings.json', '{}'),
  plant('source folders are those of the architecture', 'shared/net/a.ts', 'export const a = 1'),
  plant('source folders are those of the architecture', 'renderer/features/home/a.tsx', 'export const a = 1'),
  plant('a file is named after what it defines', 'shared/money/money-utils.ts', 'export const a = 1'),
  plant('a file is named after what it defines', 'renderer/ui/formatHelpers.ts', 'export const a = 1'),
  plant('a file is named after what it defines', 'electron/app/common/a.ts', 'export const a = 1'),
]

const texts: readonly Plant[] = [
  plant('no path of one machine', 'docs/a.md', `see ${['', 'home', 'ada', 'notes'].join('/')}`),
  plant('no path of one machine', 'docs/a.md', `see ${['C:', 'Users', 'ada'].join('\\')}`),
  plant('no registry host name', '.npmrc', `address=https://${['registry', 'example', 'org'].join('.')}/`),
]

const styles: readonly Plant[] = [
  plant('a style of one view reaches no other', 'renderer/features/models/a.css', '.row { top: 0 }', {
    'renderer/features/usage/b.css': '.ledger .row { top: 1px }\n',
  }),
]

export const plants: readonly Plant[] = [
  ...dependencies,
  ...syntax,
  ...comments,
  ...layout,
  ...texts,
  ...styles,
]

function plant(rule: string, at: string, text: string, others: Files = {}): Plant {
  return { rule, at, files: { ...others, [at]: `${text}\n` } }
}
