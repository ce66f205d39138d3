import { describe, expect, it } from 'vitest'
import { createLimits } from '../../../../electron/services/limits.ts'
import { Limits } from '../../../../shared/contract/connection-health.ts'
import { manualTime } from '../../../support/ports/manual-time.ts'
import { memorySettings } from '../../../support/ports/memory-settings.ts'
import { sampleTarget } from '../../../support/ports/sample-target.ts'
import { quietHeaders } from '../../../support/ports/scripted-wire.ts'

const segmind = sampleTarget({ kind: 'segmind', connection: { id: 's', name: 'Segmind' } })
const rates = { ...quietHeaders, limitRequests: 480, remainingRequests: 479, limitTokens: 2_000_000 }

function book(settings = memorySettings()) {
  const time = manualTime(1_790_000_000_000)
  const limits = createLimits({ settings, clock: time.clock })
  const told: Limits[] = []
  limits.listen((changed) => told.push(Limits.parse(changed)))
  return { limits, told, time, settings }
}

describe('limits', () => {
  it('are unknown, not zero, before any answer told them', () => {
    const { limits } = book()
    expect(limits.of('default')).toEqual({
      profile: 'default',
      requests: { limit: null, remaining: null },
      tokens: { limit: null, remaining: null },
      ratesReadAt: null,
      remainingCredits: null,
      creditsReadAt: null,
    })
  })

  it('are those of the last answer that told any, with its time', () => {
    const { limits, told } = book()
    limits.record(sampleTarget(), rates)
    limits.record(sampleTarget(), quietHeaders)
    expect(limits.of('default')).toMatchObject({
      requests: { limit: 480, remaining: 479 },
      tokens: { limit: 2_000_000, remaining: null },
      ratesReadAt: 1_790_000_000_000,
      creditsReadAt: null,
    })
    expect(told).toHaveLength(1)
  })

  it('are kept apart by connection', () => {
    const { limits } = book()
    limits.record(segmind, { ...quietHeaders, remainingCredits: '99.997' })
    expect(limits.of('default').remainingCredits).toBeNull()
    expect(limits.of('s')).toMatchObject({ remainingCredits: '99.997', ratesReadAt: null })
  })

  it('keep the credits over a restart with their age, exactly as written, but no rate limits', () => {
    const { limits, settings } = book()
    limits.record(segmind, { ...rates, remainingCredits: '0099.99700000000000000001' })
    const { limits: later } = book(settings)
    expect(later.of('s')).toMatchObject({
      remainingCredits: '0099.99700000000000000001',
      creditsReadAt: 1_790_000_000_000,
      ratesReadAt: null,
    })
  })

  it('are gone with the key or the connection they were told for', () => {
    const { limits, settings, told } = book()
    limits.record(segmind, { ...rates, remainingCredits: '1.5' })
    limits.forget('s')
    expect(limits.of('s')).toMatchObject({ remainingCredits: null, ratesReadAt: null })
    expect(book(settings).limits.of('s').remainingCredits).toBeNull()
    expect(told.at(-1)).toMatchObject({ profile: 's', remainingCredits: null })
  })

  it('read as unknown what somebody wrote into the settings', () => {
    const settings = memorySettings()
    settings.set('credits/s', 'nonsense')
    expect(book(settings).limits.of('s').remainingCredits).toBeNull()
  })
})
