import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTree, type SourceFile } from './source-file.ts'

const root = resolve(import.meta.dirname, '../..')

/** Where others call from: what a function returns, in which unit, and what it throws, must not have to be read off it. */
const PUBLIC = /^(shared|electron\/services|electron\/xai)\/.*\.ts$/

/** Functions that a file exports without a comment right before them, a line each. */
function undocumented({ path, text }: SourceFile): string[] {
  const lines = text.split('\n')
  return lines.flatMap((line, at) =>
    /^export (async )?function\b/.test(line) && !/\*\/\s*$/.test(lines[at - 1] ?? '')
      ? [`${path}:${at + 1} ${line}`]
      : [],
  )
}

describe('public functions', () => {
  it('say what they return, in which unit, and what they throw', () => {
    const found = readTree(root).filter(({ path }) => PUBLIC.test(path))
    expect(found.length).toBeGreaterThan(200)
    expect(found.flatMap(undocumented)).toEqual([])
  })

  it('are found when they say nothing', () => {
    const text = '/** Said. */\nexport function a() {}\n\nexport async function b() {}\nfunction c() {}\n'
    expect(undocumented({ path: 'shared/a.ts', text })).toEqual([
      'shared/a.ts:4 export async function b() {}',
    ])
  })
})
