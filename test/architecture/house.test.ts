import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileSize, functionSizes, percentile } from './code-size.ts'
import { undocumented } from './docstrings.ts'
import { houseMeasures } from './house-measures.ts'
import { repeatedLines } from './repeated-lines.ts'
import { readTree } from './source-file.ts'

describe('the house', () => {
  it.each(houseMeasures(readTree(resolve(import.meta.dirname, '../..'))))(
    'keeps within $limit: $what',
    ({ found, limit, of, examples }) => {
      expect(of).toBeGreaterThan(300)
      expect(found, examples).toBeLessThanOrEqual(limit)
    },
  )
})

describe('the measure', () => {
  it('counts lines without the end of the last one', () => {
    expect(fileSize({ path: 'a.ts', text: 'one\ntwo\n' })).toEqual({ name: 'a.ts', lines: 2 })
  })

  it('counts every function, nested ones too', () => {
    const text = 'export function a() {\n  return [1].map((b) => {\n    return b\n  })\n}\n'
    expect(functionSizes({ path: 'a.ts', text })).toEqual([
      { name: 'a.ts:1', lines: 5 },
      { name: 'a.ts:2', lines: 3 },
    ])
  })

  it.each([
    { lines: [], expected: 0 },
    { lines: [7], expected: 7 },
    { lines: [1, 2, 3, 4, 5, 6, 7, 8, 9, 900], expected: 9 },
    { lines: [900, 1, 2, 3, 4, 5, 6, 7, 800], expected: 900 },
  ])('takes $expected as the 90th percentile of $lines', ({ lines, expected }) => {
    const sizes = lines.map((count, index) => ({ name: `${index}`, lines: count }))
    expect(percentile(sizes, 90)).toBe(expected)
  })

  it('finds public functions that say nothing', () => {
    const text = '/** Said. */\nexport function a() {}\n\nexport async function b() {}\nfunction c() {}\n'
    expect(undocumented({ path: 'shared/a.ts', text })).toEqual([
      'shared/a.ts:4 export async function b() {}',
    ])
    expect(undocumented({ path: 'renderer/a.ts', text })).toEqual([])
  })

  it('finds the same lines in two places, whatever their indentation, comments and imports', () => {
    const one = { path: 'a.ts', text: "import 'x'\nlet a\nlet b\n\nlet c\nlet d\n" }
    const other = { path: 'b.ts', text: 'let z\n  let b\n  // why\n  let c\n  let d\nlet e\n' }
    expect(repeatedLines([one, other], 2)).toEqual([{ first: 'a.ts:3', second: 'b.ts:2', lines: 3 }])
    expect(repeatedLines([one, other], 4)).toEqual([])
  })

  it('takes no run over the end of a file', () => {
    const files = ['a.ts', 'b.ts'].map((path) => ({ path, text: 'let a\nlet b\n' }))
    expect(repeatedLines([...files, ...files], 3)).toEqual([])
  })
})
