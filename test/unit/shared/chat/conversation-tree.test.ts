import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTree, type TreeNode, type TreePlace } from '../../../../shared/chat/conversation-tree.ts'
import { addAt, addBeside, choose, move, setRemoved } from '../../../../shared/chat/tree-changes.ts'
import { takeSteps, treeSteps } from '../../../support/tree-steps.ts'

const end: TreePlace = { kind: 'end' }
const behind = (id: string): TreePlace => ({ kind: 'after', id })
const pathOf = (nodes: readonly TreeNode[] | null) => (nodes === null ? null : readTree(nodes).path)

/** a - b - c, one below the other. */
function line(...ids: string[]): TreeNode[] {
  return ids.reduce<TreeNode[]>((nodes, id) => addAt(nodes, id, end) ?? nodes, [])
}

describe('a conversation as a tree', () => {
  it('shows the branch that was made or chosen last, and keeps the other', () => {
    const branched = addBeside(line('a', 'b', 'c'), 'B', 'b') ?? []
    expect(pathOf(branched)).toEqual(['a', 'B'])
    expect(readTree(branched).branchOf('B')).toEqual({ position: 2, count: 2, previous: 'b', next: null })
    expect(pathOf(choose(branched, 'b'))).toEqual(['a', 'b', 'c'])
    expect(pathOf(choose(branched, 'c'))).toEqual(['a', 'b', 'c'])
  })

  it('can begin in several ways', () => {
    const two = addBeside(line('a', 'b'), 'A', 'a') ?? []
    expect(pathOf(two)).toEqual(['A'])
    expect(readTree(two).branchOf('a')).toMatchObject({ count: 2, next: 'A' })
  })

  it('puts in at the start, between and at the end', () => {
    expect(pathOf(addAt(line('a', 'b'), 'x', { kind: 'start' }))).toEqual(['x', 'a', 'b'])
    expect(pathOf(addAt(line('a', 'b'), 'x', behind('a')))).toEqual(['a', 'x', 'b'])
    expect(pathOf(addAt(line('a', 'b'), 'x', end))).toEqual(['a', 'b', 'x'])
    expect(addAt(line('a'), 'x', behind('elsewhere'))).toBeNull()
    expect(addBeside(line('a'), 'x', 'elsewhere')).toBeNull()
  })

  it('takes out one and leaves what follows, and puts it back exactly', () => {
    const nodes = line('a', 'b', 'c')
    const without = setRemoved(nodes, 'b', true)
    expect(pathOf(without)).toEqual(['a', 'c'])
    expect(readTree(without).above('c')).toEqual(['a'])
    expect(setRemoved(without, 'b', false)).toEqual(nodes)
  })

  it('shows the branch beside one whose end was taken out', () => {
    const branched = addBeside(line('a', 'b'), 'B', 'b') ?? []
    const without = setRemoved(branched, 'B', true)
    expect(pathOf(without)).toEqual(['a', 'b'])
    expect(readTree(without).branchOf('b')).toMatchObject({ position: 1, count: 1 })
  })

  it('puts in behind a removed one', () => {
    const without = setRemoved(line('a', 'b', 'c'), 'b', true)
    expect(pathOf(addAt(without, 'x', behind('a')))).toEqual(['a', 'x', 'c'])
  })

  it.each([
    { id: 'c', place: { kind: 'start' } as const, gives: ['c', 'a', 'b', 'd'] },
    { id: 'c', place: behind('a'), gives: ['a', 'c', 'b', 'd'] },
    { id: 'a', place: behind('b'), gives: ['b', 'a', 'c', 'd'] },
    { id: 'a', place: end, gives: ['b', 'c', 'd', 'a'] },
    { id: 'd', place: behind('c'), gives: ['a', 'b', 'c', 'd'] },
    { id: 'b', place: behind('b'), gives: ['a', 'b', 'c', 'd'] },
  ])('moves $id', ({ id, place, gives }) => {
    expect(pathOf(move(line('a', 'b', 'c', 'd'), id, place))).toEqual(gives)
  })

  it('does not move what is not shown', () => {
    const branched = addBeside(line('a', 'b'), 'B', 'b') ?? []
    expect(move(branched, 'b', { kind: 'start' })).toBeNull()
  })

  it('reads thousands of messages without going deep', () => {
    const nodes = Array.from({ length: 20_000 }, (_, at): TreeNode => {
      return { id: `${at}`, parent: at === 0 ? null : `${at - 1}`, chosen: at, removed: at % 3 === 1 }
    })
    const tree = readTree(nodes)
    expect(tree.path).toHaveLength(13_333)
    expect(tree.branchOf('19998')).toMatchObject({ position: 1, count: 1 })
  })
})

describe('whatever is done', () => {
  it('loses no message, makes no ring, and shows no message twice', () => {
    fc.assert(
      fc.property(treeSteps, (steps) => {
        takeSteps(steps, (before, now) => {
          const ids = new Set(now.map(({ id }) => id))
          for (const { id } of before) expect(ids.has(id)).toBe(true)
          const tree = readTree(now)
          expect(new Set(tree.path).size).toBe(tree.path.length)
          for (const { id, removed } of now) {
            expect(tree.above(id)).not.toContain(id)
            if (!removed) expect(readTree(choose(now, id)).path).toContain(id)
          }
          for (const id of tree.path) {
            const { position, count } = tree.branchOf(id)
            expect(position).toBeGreaterThanOrEqual(1)
            expect(position).toBeLessThanOrEqual(count)
          }
        })
      }),
      { numRuns: 300 },
    )
  })

  it('changes the shown branch by that step alone', () => {
    fc.assert(
      fc.property(treeSteps, (steps) => {
        takeSteps(steps, (before, now, { what }) => {
          const [was, is] = [readTree(before).path, readTree(now).path]
          if (what === 'add') expect(is.filter((id) => was.includes(id))).toEqual(was)
          if (what === 'move') expect(was.every((id) => is.includes(id))).toBe(true)
        })
      }),
      { numRuns: 300 },
    )
  })
})
