import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rank } from '../../../../renderer/app/palette/rank.ts'

const item = (name: string, words = '') => ({ name, words })
const names = (items: { name: string }[]) => items.map(({ name }) => name)

describe('what the palette finds', () => {
  const items = [
    item('Open Models'),
    item('Theme: dark'),
    item('grok-3-mini', 'grok-3-mini-latest'),
    item('grok-3', 'grok-3-latest'),
  ]

  it('is everything, in its order, while nothing is typed', () => {
    expect(rank(items, '  ')).toEqual(items)
  })

  it.each([
    ['grok-3', ['grok-3-mini', 'grok-3']],
    ['mod', ['Open Models']],
    ['DARK theme', ['Theme: dark']],
    ['latest', ['grok-3-mini', 'grok-3']],
    ['g3m', ['grok-3-mini']],
    ['nothing like it', []],
  ])('for "%s" is %j', (typed, expected) => {
    expect(names(rank(items, typed))).toEqual(expected)
  })

  it('puts a name that begins with it before one that holds it, and a word before the middle of one', () => {
    const found = rank([item('submodel'), item('the model'), item('model b'), item('mxoxdxexl')], 'model')
    expect(names(found)).toEqual(['model b', 'the model', 'submodel', 'mxoxdxexl'])
  })

  it('never invents or doubles anything, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (typed, all) => {
        const found = rank(
          all.map((name) => item(name)),
          typed,
        )
        expect(found.length).toBeLessThanOrEqual(all.length)
        expect(found.every(({ name }) => all.includes(name))).toBe(true)
      }),
    )
  })
})
