import { describe, expect, it } from 'vitest'
import { surchargePercentOf, withSurcharge } from '../../../../shared/pricing/regional-surcharge.ts'

describe('surchargePercentOf', () => {
  it.each([
    ['us.api.x.ai', 10],
    ['US.api.x.ai:443', 10],
    ['api.x.ai', 0],
    ['us-east-1.api.x.ai', 0],
    ['us.api.x.ai.example', 0],
    ['127.0.0.1:8080', 0],
  ])('of %s is %s', (host, percent) => {
    expect(surchargePercentOf(host)).toBe(percent)
  })
})

describe('withSurcharge', () => {
  it('is exact where it can be, and both whole numbers around it where it cannot', () => {
    expect(withSurcharge(1_000n)).toEqual([1_100n])
    expect(withSurcharge(1_005n)).toEqual([1_105n, 1_106n])
    expect(withSurcharge(0n)).toEqual([0n])
  })
})
