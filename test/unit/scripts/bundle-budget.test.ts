import { describe, expect, it } from 'vitest'
import { type Chunk, overBudget } from '../../../scripts/bundle-budget.ts'

const budget = { firstView: 100, mainStart: 50, preload: 10, largestLazyChunk: 80 }

function chunk(fileName: string, bytes: number, more: Partial<Chunk> = {}): Chunk {
  return { fileName, bytes, isEntry: false, imports: [], ...more }
}

describe('the budget of the build', () => {
  const entry = chunk('index.js', 40, { isEntry: true, imports: ['libraries.js'] })

  it('counts the entry and what it imports, once, and not what is loaded later', () => {
    const libraries = chunk('libraries.js', 60, { imports: ['index.js'] })
    expect(overBudget('renderer', [entry, libraries, chunk('view.js', 70)], budget)).toEqual([])
  })

  it('says by how much the first view is over', () => {
    const problems = overBudget('renderer', [entry, chunk('libraries.js', 61)], budget)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain('101 bytes')
    expect(problems[0]).toContain('libraries.js 61')
  })

  it('names a file that is too large even for later', () => {
    const problems = overBudget('renderer', [entry, chunk('charts.js', 81)], budget)
    expect(problems).toEqual([expect.stringContaining('charts.js has 81 bytes')])
  })

  it.each([
    ['main', 51, 1],
    ['main', 50, 0],
    ['preload', 11, 1],
    ['preload', 10, 0],
  ] as const)('holds %s to its own limit: %i bytes', (realm, bytes, problems) => {
    expect(overBudget(realm, [chunk('a.cjs', bytes, { isEntry: true })], budget)).toHaveLength(problems)
  })

  it('does not take a build without an entry for a small one', () => {
    expect(overBudget('renderer', [chunk('view.js', 1)], budget)).toHaveLength(1)
  })
})
