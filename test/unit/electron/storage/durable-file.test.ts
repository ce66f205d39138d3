import fs, { readFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { writeDurably } from '../../../../electron/storage/durable-file.ts'
import { scratchFolder } from './scratch.ts'

const real = { fsyncSync: fs.fsyncSync, renameSync: fs.renameSync }
afterEach(() => {
  Object.assign(fs, real)
  syncBuiltinESMExports()
})

describe('a small file', () => {
  it('is on disk before it takes its name, and its name is on disk before anybody is told', () => {
    const order: string[] = []
    Object.assign(fs, {
      fsyncSync(file: number) {
        order.push(fs.fstatSync(file).isDirectory() ? 'sync the folder' : 'sync the file')
        real.fsyncSync(file)
      },
      renameSync(from: string, to: string) {
        order.push('rename')
        real.renameSync(from, to)
      },
    })
    syncBuiltinESMExports()
    const path = join(scratchFolder(), 'small')
    writeDurably(path, 'content')
    expect(order).toEqual(['sync the file', 'rename', 'sync the folder'])
    expect(readFileSync(path, 'utf8')).toBe('content')
  })
})
