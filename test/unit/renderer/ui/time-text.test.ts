import { describe, expect, it } from 'vitest'
import { relativeAge } from '../../../../renderer/ui/relative-age.ts'
import { dayOfUnixSeconds, waitText } from '../../../../renderer/ui/time-text.ts'

const now = Date.UTC(2026, 10, 22, 12)

describe('relativeAge', () => {
  it.each([
    { ago: 0, text: 'now' },
    { ago: 999, text: 'now' },
    { ago: 59_000, text: '59 seconds ago' },
    { ago: 3 * 60_000 + 1, text: '3 minutes ago' },
    { ago: 59 * 60_000, text: '59 minutes ago' },
    { ago: 3_600_000, text: '1 hour ago' },
    { ago: 47 * 3_600_000, text: 'yesterday' },
    { ago: 30 * 86_400_000, text: '30 days ago' },
  ])('says "$text" after $ago ms', ({ ago, text }) => {
    expect(relativeAge(now - ago, now, 'en')).toBe(text)
  })

  it('says "now" for a time after now: the clock was set back', () => {
    expect(relativeAge(now + 86_400_000, now, 'en')).toBe('now')
  })
})

describe('waitText', () => {
  it.each([
    { ms: 1, text: '1 second' },
    { ms: 12_001, text: '13 seconds' },
    { ms: 119_000, text: '119 seconds' },
    { ms: 120_001, text: '3 minutes' },
  ])('rounds $ms ms up to $text, so that nobody comes back too early', ({ ms, text }) => {
    expect(waitText(ms, 'en')).toBe(text)
  })
})

it('gives model dates as UTC days wherever the reader is', () => {
  expect(dayOfUnixSeconds(1_733_961_600, 'en')).toBe('Dec 12, 2024')
})
