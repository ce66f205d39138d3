import { calcPrice } from '@pydantic/genai-prices'
import { catalogOf } from '../../electron/demo/era-catalog.ts'
import { costOf } from '../../shared/pricing/cost.ts'
import { atMost, type BenchReport, table } from './bench-report.ts'
import { type Bill, billsOf } from './bills.ts'
import { median } from './statistics.ts'

const BILLS = 20_000
const ROUNDS = 12
const TICKS_PER_USD = 1e10

/** Ticks, exact or as dollars in floating point; `null` = it has no price for this name. */
type Amount = bigint | number | null
type Way = { name: string; amount: (bill: Bill) => Amount }
type Measured = {
  name: string
  times: number[]
  unpriced: number
  inexact: number
  wrong: number
  off: number
}

const WAYS: readonly Way[] = [
  {
    name: 'Tokenbook',
    amount: ({ usage, rates, priority }) =>
      costOf(usage, rates, { serviceTier: priority ? 'priority' : 'default' }).total,
  },
  { name: 'plain floating point, same rules', amount: floatDollars },
  {
    name: '@pydantic/genai-prices',
    amount: ({ name, counts }) =>
      calcPrice(
        {
          input_tokens: counts.prompt,
          cache_read_tokens: counts.cached,
          output_tokens: counts.completion + counts.reasoning,
        },
        name,
        { providerId: 'x-ai' },
      )?.total_price ?? null,
  },
]

/** How a price list is usually put to use: dollars for a million tokens, in floating point. */
function floatDollars({ counts, model: { prices }, priority }: Bill): number {
  const { longContext } = prices
  const long = longContext !== null && counts.prompt >= longContext.threshold ? longContext : null
  const perMillion = (ticks: number) => ticks / 10_000
  const part = (tokens: number, price: number) => (tokens / 1_000_000) * perMillion(price)
  const dollars =
    part(counts.prompt - counts.cached, long?.prompt ?? prices.prompt) +
    part(counts.cached, long?.cachedPrompt ?? prices.cachedPrompt ?? prices.prompt) +
    part(counts.completion + counts.reasoning, long?.completion ?? prices.completion)
  return priority ? dollars * 2 : dollars
}

/** What a bill costs by three ways: how long it takes, and how often it is not what the server charged. */
export async function run(): Promise<BenchReport> {
  const bills = billsOf(catalogOf('C').models, BILLS)
  // In turn, so that a busy moment of the computer slows all of them.
  const times = WAYS.map((): number[] => [])
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [at, { amount }] of WAYS.entries()) {
      const began = performance.now()
      for (const bill of bills) amount(bill)
      // The first round is for the compiler.
      if (round > 0) times[at]?.push(((performance.now() - began) * 1000) / BILLS)
    }
  return reportOf(WAYS.map((way, at) => ({ ...checked(way, bills), times: times[at] ?? [] })))
}

function checked({ name, amount }: Way, bills: readonly Bill[]): Omit<Measured, 'times'> {
  const result = { name, unpriced: 0, inexact: 0, wrong: 0 }
  let [floatSum, exactSum, billed] = [0, 0n, 0n]
  for (const bill of bills) {
    const got = amount(bill)
    if (got === null) {
      result.unpriced += 1
      continue
    }
    billed += bill.ticks
    if (typeof got === 'bigint') exactSum += got
    else floatSum += got
    const ticks = typeof got === 'bigint' ? Number(got) : got * TICKS_PER_USD
    if (ticks !== Number(bill.ticks)) result.inexact += 1
    if (Math.round(ticks) !== Number(bill.ticks)) result.wrong += 1
  }
  const sum = Number(exactSum) + floatSum * TICKS_PER_USD
  return { ...result, off: Math.abs(sum - Number(billed)) }
}

function reportOf(all: readonly Measured[]): BenchReport {
  const rows = all.map(({ name, times, unpriced, inexact, wrong, off }) => {
    const shown = [median(times), Math.max(...times)].map((time) => time.toFixed(2))
    const sum = off < 0.001 ? '0' : off < 100 ? off.toFixed(2) : `$${(off / TICKS_PER_USD).toFixed(2)}`
    return [name, ...shown, unpriced, inexact, wrong, sum]
  })
  const [ours, , peer] = all
  const ratio = median(ours?.times ?? []) / median(peer?.times ?? [])
  return {
    title: 'Money: what an answer costs',
    lines: [
      `${BILLS} answers over every id and alias of the newest demo list, a tenth of them at the priority tier, some`,
      'exactly at the edge of the long-context tier. The bill is computed by the demo server, which shares no code with',
      `the app. Median and worst of ${ROUNDS} rounds, the ways in turn. Sums are over the answers that have a price.`,
      ...table(
        [
          ...['way', 'µs an answer', 'worst', 'no price', 'not exactly the bill'],
          ...['wrong also when rounded to a tick', 'sum is off by (ticks, or $)'],
        ],
        rows,
      ),
    ],
    aims: [
      atMost(
        'answers whose cost is not the bill',
        (ours?.inexact ?? NaN) + (ours?.unpriced ?? NaN),
        0,
        '',
        0,
      ),
      atMost('sum is off by', ours?.off ?? Number.NaN, 0, 'ticks', 0),
      atMost('time as a ratio to genai-prices', ratio, 1, '', 2),
    ],
  }
}
