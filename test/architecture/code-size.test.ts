import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileSize, functionSizes, largest, percentile } from './code-size.ts'
import { isProduct, isSource, readTree } from './source-file.ts'

const root = resolve(import.meta.dirname, '../..')
const sources = readTree(root).filter(({ path }) => isSource(path))

/** Tables, not logic: one row more is one line more, and nobody reads them from top to bottom. */
const tables: Readonly<Record<string, string>> = {}

const code = sources.filter(({ path }) => isProduct(path) && !Object.hasOwn(tables, path))

describe('the size of the code', () => {
  it('keeps nine files of ten in electron, renderer and shared at 170 lines or fewer', () => {
    const sizes = code.map(fileSize)
    expect(percentile(sizes, 90), largest(sizes, 12)).toBeLessThanOrEqual(170)
  })

  it('keeps nine functions of ten at 35 lines or fewer', () => {
    const sizes = code.flatMap(functionSizes)
    expect(percentile(sizes, 90), largest(sizes, 12)).toBeLessThanOrEqual(35)
  })

  it('keeps nine test files of ten at 300 lines or fewer', () => {
    const sizes = sources.filter(({ path }) => path.startsWith('test/')).map(fileSize)
    expect(percentile(sizes, 90), largest(sizes, 12)).toBeLessThanOrEqual(300)
  })

  it('names only tables that exist', () => {
    const paths = sources.map(({ path }) => path)
    expect(Object.keys(tables).filter((path) => !paths.includes(path))).toEqual([])
  })
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
})
