import { describe, expect, it } from 'vitest'
import { dayIn, type PeriodName, periodOf } from '../../../../renderer/features/usage/period.ts'

const nothing = { from: null, to: null }

describe('periodOf', () => {
  it.each<[PeriodName, string, string | null, string | null]>([
    ['today', '2026-03-01', '2026-03-01', '2026-03-01'],
    ['7-days', '2026-03-03', '2026-02-25', '2026-03-03'],
    ['30-days', '2026-01-30', '2026-01-01', '2026-01-30'],
    ['month', '2026-02-28', '2026-02-01', '2026-02-28'],
    ['last-month', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['last-month', '2028-03-31', '2028-02-01', '2028-02-29'],
    ['last-month', '2026-01-05', '2025-12-01', '2025-12-31'],
    ['all', '2026-01-05', null, null],
  ])('%s on %s is %s to %s', (name, today, from, to) => {
    expect(periodOf(name, today, nothing)).toEqual({ from, to })
  })

  it('turns round days that were chosen the wrong way', () => {
    const chosen = { from: '2026-05-02', to: '2026-05-01' }
    expect(periodOf('custom', '2026-05-09', chosen)).toEqual({ from: '2026-05-01', to: '2026-05-02' })
    expect(periodOf('custom', '2026-05-09', { from: '2026-05-02', to: null })).toEqual({
      from: '2026-05-02',
      to: null,
    })
  })
})

describe('dayIn', () => {
  it.each([['2026-02-30'], ['2026-13-01'], ['26-1-1'], ['2026-01-01T00:00'], ['']])('refuses %s', (text) => {
    expect(dayIn(text)).toBeNull()
  })
  it('takes a day that there is', () => {
    expect(dayIn('2028-02-29')).toBe('2028-02-29')
  })
})
