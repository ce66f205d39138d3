import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNames, writeNames } from '../../../../shared/compare/name-list.ts'
import { DEFAULT_WORKLOAD } from '../../../../shared/compare/presets.ts'
import { WORKLOAD_LIMITS } from '../../../../shared/compare/workload.ts'
import { readWorkload, workloadKeys, workloadTexts } from '../../../../shared/compare/workload-address.ts'
import { anyWorkload } from './any-workload.ts'

describe('a workload in the address', () => {
  it('comes back exactly as it went in', () => {
    fc.assert(
      fc.property(anyWorkload, (workload) => {
        const address = new URLSearchParams(workloadTexts(workload)).toString()
        expect(readWorkload(new URLSearchParams(address))).toStrictEqual(workload)
      }),
    )
  })

  it('is the default where nothing is said', () => {
    expect(readWorkload(new URLSearchParams('models=grok-3'))).toStrictEqual(DEFAULT_WORKLOAD)
  })

  it.each([
    ['prompt=-5', 'promptTokens', DEFAULT_WORKLOAD.promptTokens],
    ['prompt=1e9', 'promptTokens', DEFAULT_WORKLOAD.promptTokens],
    ['prompt=99999999999', 'promptTokens', WORKLOAD_LIMITS.promptTokens],
    ['cached=10001', 'cachedShare', 10_000],
    ['reasoning=12', 'reasoning', DEFAULT_WORKLOAD.reasoning],
    ['reasoning=25s', 'reasoning', { kind: 'share', share: 25 }],
    ['images=2x0x10', 'images', { count: 2, width: 1, height: 10, formula: 'patches-32' }],
  ] as const)('reads %s as a workload within limits', (address, key, expected) => {
    expect(readWorkload(new URLSearchParams(address))[key]).toStrictEqual(expected)
  })

  it('never throws and always gives whole numbers within limits', () => {
    const anyText = fc.dictionary(fc.constantFrom(...workloadKeys), fc.string())
    fc.assert(
      fc.property(anyText, (texts) => {
        const workload = readWorkload(new URLSearchParams(texts))
        expect(readWorkload(new URLSearchParams(workloadTexts(workload)))).toStrictEqual(workload)
      }),
    )
  })
})

describe('names in the address', () => {
  it('come back whatever characters they have', () => {
    const names = fc.uniqueArray(
      fc
        .string()
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    )
    fc.assert(
      fc.property(names, (list) => {
        expect(readNames(writeNames(list), list.length)).toStrictEqual(list)
      }),
    )
  })

  it('are each read once, up to the limit', () => {
    expect(readNames('grok-3, grok-3,,grok-4,grok-2', 2)).toStrictEqual(['grok-3', 'grok-4'])
    expect(readNames(null, 8)).toStrictEqual([])
  })
})
