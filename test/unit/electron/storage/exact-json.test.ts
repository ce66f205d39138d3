import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromExactJson, toExactJson } from '../../../../electron/storage/exact-json.ts'

const leaf = fc.oneof(
  fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }),
  fc.string({ unit: 'binary' }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  fc.boolean(),
  fc.constant(null),
)
/** Keys that look like our own marks are the ones that could go wrong. */
const key = fc.oneof(fc.constantFrom('$int', '$$int', '$$$int', 'int', '__proto__', '$'), fc.string())
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
}))

describe('exact JSON', () => {
  it('refuses what is no JSON', () => {
    expect(() => fromExactJson('{')).toThrow(SyntaxError)
  })

  it('gives back every value as it was, whatever its keys are called', () => {
    fc.assert(
      fc.property(value, (original) => {
        expect(fromExactJson(toExactJson(original))).toStrictEqual(noMinusZero(original))
      }),
      { numRuns: 1500 },
    )
  })

  it('is readable JSON in which ticks are marked', () => {
    expect(toExactJson({ output: 150_000n, note: '$int' })).toBe('{"output":{"$int":"150000"},"note":"$int"}')
  })

  it('keeps an object that a server named like our mark', () => {
    const hostile = { $int: '5', raw: { $int: 'not a number' }, deeper: [{ $$int: 7n }] }
    expect(fromExactJson(toExactJson(hostile))).toEqual(hostile)
  })

  it.each(['', ' 5', '0x10', '1.5', 'x', '-', '9'.repeat(200)].map((digits) => `{"a":{"$int":"${digits}"}}`))(
    'refuses %s',
    (text) => {
      expect(() => fromExactJson(text)).toThrow(SyntaxError)
    },
  )
})

/** JSON has no minus zero. */
function noMinusZero(part: unknown): unknown {
  if (Object.is(part, -0)) return 0
  if (Array.isArray(part)) return part.map(noMinusZero)
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, noMinusZero(inner)]))
}
