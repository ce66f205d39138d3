import { describe, expect, it } from 'vitest'
import { readProviderTotals } from '../../../../shared/ledger/provider-totals.ts'
import { type OurLine, reconcile } from '../../../../shared/ledger/reconcile.ts'
import { parseUsd } from '../../../../shared/money/ticks.ts'

const usd = (text: string): bigint => parseUsd(text) ?? 0n
const period = { from: '2026-09-01', to: '2026-09-03' }
const TODAY = '2026-10-15'

function ours(day: string, model: string, dollars: string, parts: Partial<OurLine> = {}): OurLine {
  return { day, model, ticks: usd(dollars), unknown: 0, estimated: 0, ...parts }
}

/** A time series as the management API gives it (reference 6.5). */
function usage(series: Record<string, [string, number][]>, withRequest = true): string {
  const response = {
    timeSeries: Object.entries(series).map(([label, points]) => ({
      ...{ group: [label], groupLabels: [label] },
      dataPoints: points.map(([day, value]) => ({ timestamp: `${day}T00:00:00Z`, values: [value] })),
    })),
    limitReached: false,
  }
  const timeRange = { startTime: '2026-09-01 00:00:00', endTime: '2026-09-04 00:00:00', timezone: 'Etc/GMT' }
  const request = { analyticsRequest: { timeRange, timeUnit: 'TIME_UNIT_DAY' } }
  return JSON.stringify(withRequest ? { request, response } : response)
}

function compared(text: string, lines: readonly OurLine[]) {
  const reading = readProviderTotals(text)
  if (reading === null) throw new Error('not read')
  return reconcile(reading, reading.period ?? period, lines, TODAY)
}

describe('the totals of the provider', () => {
  it.each([
    ['$12.34', '12.34', '0.005'],
    [' 1,234.5 ', '1234.5', '0.005'],
    ['0.12345678', '0.12345678', '0.000000005'],
    ['7', '7', '0.005'],
  ])('as the number %s', (text, total, tolerance) => {
    expect(readProviderTotals(text)).toMatchObject({
      read: 'number',
      total: usd(total),
      tolerance: usd(tolerance),
    })
  })

  it('as usage JSON, with the period and zone of its request', () => {
    const text = usage({
      'Chat grok-4': [
        ['2026-09-01', 0.42],
        ['2026-09-02', 0],
        ['2026-09-03', 1.07],
      ],
    })
    expect(readProviderTotals(text)).toMatchObject({ read: 'usage', period, utc: true, total: usd('1.49') })
    const alone = usage({ 'Chat grok-4': [['2026-09-02', 0.1]] }, false)
    expect(readProviderTotals(alone)).toMatchObject({
      period: { from: '2026-09-02', to: '2026-09-02' },
      utc: null,
    })
  })

  it('as an invoice preview: whole cents of one month', () => {
    const invoice = {
      coreInvoice: { totalWithCorr: { val: '11666' } },
      billingCycle: { year: 2026, month: 2 },
    }
    expect(readProviderTotals(JSON.stringify(invoice))).toMatchObject({
      ...{ read: 'invoice', total: usd('116.66'), period: { from: '2026-02-01', to: '2026-02-28' } },
    })
  })

  it.each([
    '',
    'twelve',
    '{}',
    '[]',
    '{"timeSeries":[{"dataPoints":[{"timestamp":"x","values":["1"]}]}]}',
    '1.2.3',
  ])('are not in %j', (text) => expect(readProviderTotals(text)).toBeNull())
})

describe('reconciliation', () => {
  it('matches within the rounding of what was given, line by line', () => {
    const text = usage({
      'Chat grok-4': [
        ['2026-09-01', 0.42],
        ['2026-09-03', 1.07],
      ],
      'Chat grok-4-fast': [['2026-09-01', 0.01]],
    })
    const result = compared(text, [
      ours('2026-09-01', 'grok-4', '0.4249'),
      ours('2026-09-03', 'grok-4', '1.0651'),
      ours('2026-09-01', 'grok-4-fast', '0.0099'),
    ])
    expect(result).toMatchObject({ verdict: 'matched', reasons: ['rounding'] })
    expect(result.lines.map(({ day, model, verdict }) => [day, model, verdict])).toEqual([
      ['2026-09-01', 'grok-4', 'matched'],
      ['2026-09-01', 'grok-4-fast', 'matched'],
      ['2026-09-03', 'grok-4', 'matched'],
    ])
    expect(result.lines.reduce((sum, line) => sum + line.ours, 0n)).toBe(result.ours)
    expect(result.lines.reduce((sum, line) => sum + line.provider, 0n)).toBe(result.provider)
  })

  it('tells missing from extra lines', () => {
    const text = usage({ 'Chat grok-4': [['2026-09-01', 0.42]], 'Image generation': [['2026-09-02', 0.07]] })
    const result = compared(text, [ours('2026-09-02', 'grok-3', '0.2')])
    expect(result.lines.map(({ model, verdict }) => [model, verdict])).toEqual([
      ['Chat grok-4', 'missing'],
      ['grok-3', 'extra'],
      ['Image generation', 'missing'],
    ])
  })

  it.each([
    ['exactly equal', '1.00', [ours('2026-09-01', 'grok-4', '1')], 'matched', []],
    [
      'rows of ours are unknown',
      '1.31',
      [ours('2026-09-01', 'grok-4', '1', { unknown: 2 })],
      'missing',
      ['unknown-rows', 'tools-or-images', 'other-clients'],
    ],
    [
      'calls of tools',
      '1.005',
      [ours('2026-09-01', 'grok-4', '1')],
      'missing',
      ['tools-or-images', 'other-clients'],
    ],
    [
      'another program used the account',
      '3.001',
      [ours('2026-09-01', 'grok-4', '1')],
      'missing',
      ['other-clients'],
    ],
    [
      'prices of a region',
      '1.1001',
      [ours('2026-09-01', 'grok-4', '1')],
      'missing',
      ['price-difference', 'other-clients'],
    ],
    [
      'estimates of ours',
      '0.9',
      [ours('2026-09-01', 'grok-4', '1.23', { estimated: 3 })],
      'extra',
      ['estimated-rows', 'other-account'],
    ],
    ['another account', '0.5', [ours('2026-09-01', 'grok-4', '1.23')], 'extra', ['other-account']],
  ] as const)('when there are %s', (_what, text, lines, verdict, reasons) => {
    expect(compared(text, lines)).toMatchObject({ verdict, reasons })
  })

  it('sees days that begin elsewhere, and a period that is not over', () => {
    const text = usage({
      'Chat grok-4': [
        ['2026-09-01', 1],
        ['2026-09-02', 1],
      ],
    })
    const lines = [ours('2026-09-01', 'grok-4', '0.7'), ours('2026-09-02', 'grok-4', '1.3')]
    expect(compared(text, lines)).toMatchObject({ verdict: 'matched', difference: 0n })
    expect(compared(text, lines).lines.map(({ verdict }) => verdict)).toEqual(['missing', 'extra'])
    expect(
      compared(text, [lines[0] ?? ours('x', 'x', '0'), ours('2026-09-02', 'grok-4', '1.5')]).reasons,
    ).toContain('next-day')
    const reading = readProviderTotals('0.5')
    if (reading === null) throw new Error('not read')
    const open = reconcile(reading, { from: TODAY, to: null }, [ours(TODAY, 'grok-4', '1')], TODAY)
    expect(open.reasons[0]).toBe('not-yet-billed')
  })
})
