import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkTree, ruleNames } from './check-tree.ts'
import { withTree } from './planted-tree.ts'
import { plants } from './plants.ts'
import { isSource, readTree } from './source-file.ts'
import { describeViolation } from './violation.ts'

const root = resolve(import.meta.dirname, '../..')

describe('the real tree', () => {
  const found = checkTree(root)

  it('was read at all', () => {
    const paths = readTree(root).map(({ path }) => path)
    expect(paths).toContain('package.json')
    expect(paths).toContain('shared/contract/index.ts')
    expect(paths.filter(isSource).length).toBeGreaterThan(20)
    expect(paths.filter((path) => path.startsWith('node_modules/'))).toEqual([])
  })

  it.each(ruleNames)('keeps the rule: %s', (name) => {
    expect(found.filter(({ rule }) => rule === name).map(describeViolation)).toEqual([])
  })
})

describe('a planted violation', () => {
  it.each(plants)('of "$rule" at $at is reported', ({ rule, at, files }) => {
    const found = withTree(files, checkTree)
    expect(found.filter((violation) => violation.rule === rule).map(({ path }) => path)).toContain(at)
  })

  it('exists for every rule', () => {
    expect(new Set(plants.map(({ rule }) => rule))).toEqual(new Set(ruleNames))
  })
})

describe('a tree that keeps the rules', () => {
  const files = {
    '.gitignore': 'node_modules/\n*.log\n',
    'node_modules/utils/index.ts': "import 'anything'\n",
    'README.md': 'Docs are at docs.example.org\n',
    'shared/contract/chat.ts': "import { z } from 'zod'\nexport const Chat = z.string()\n",
    'shared/money/ticks.ts': "import type { Chat } from '../contract/chat.ts'\nexport type A = typeof Chat\n",
    'electron/main.ts': "import { openWindow } from './app/window.ts'\nopenWindow()\n",
    'electron/app/window.ts': "import { BrowserWindow } from 'electron'\nexport const openWindow = () => 1\n",
    'electron/app/links.ts': "import { shell } from 'electron'\nshell.openExternal('https://example.org')\n",
    'electron/rpc/a.ts': "import type { MessagePortMain } from 'electron'\nexport type A = MessagePortMain\n",
    'electron/services/a.ts': "import { Chat } from '../../shared/contract/chat.ts'\nexport const a = Chat\n",
    'shared/money/lists.ts':
      'export const all = [Object.values(a).map(b), [...c.values()].filter(d), e.difference, z.union([f])]\n',
    'renderer/rpc.ts': "import { a } from '../shared/money/ticks.ts'\nwindow.postMessage(a)\n",
    'renderer/features/models/a.tsx':
      "import { B } from './b.tsx'\nimport { C } from '../../ui/c.tsx'\nexport const A = [B, C]\n",
  }

  it('is reported free of violations', () => {
    expect(withTree(files, checkTree).map(describeViolation)).toEqual([])
  })
})
