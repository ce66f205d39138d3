import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { projectFolder } from '../../../scripts/project-folder.ts'
import { formatUsd } from '../../../shared/money/ticks.ts'
import { costOf } from '../../../shared/pricing/cost.ts'
import { ratesOf } from '../../../shared/pricing/rates.ts'
import { readUsage } from '../../../shared/usage/token-usage.ts'

const Ticks = z
  .int()
  .nullable()
  .transform((value) => (value === null ? null : BigInt(value)))

const Example = z.strictObject({
  api: z.enum(['chat', 'responses']).default('chat'),
  prices: z.record(z.string(), z.int()),
  usage: z.record(z.string(), z.unknown()),
  serviceTier: z.string().nullable().default(null),
  lines: z.array(
    z.strictObject({ kind: z.string(), tokens: z.int().nullable(), rate: Ticks, amount: Ticks }),
  ),
  tier: z.enum(['standard', 'long-context']).default('standard'),
  complete: z.boolean().default(true),
  total: z.string(),
})

const page = readFileSync(join(projectFolder, 'docs/guide/how-we-compute-cost.md'), 'utf8')
const examples = [...page.matchAll(/^## (.+)$|^```json example\n([\s\S]*?)^```$/gm)].reduce<
  { heading: string; body: string }[]
>((found, [, heading, body]) => {
  if (heading !== undefined) found.push({ heading, body: '' })
  else if (body !== undefined) found.push({ heading: found.at(-1)?.heading ?? '', body })
  return found
}, [])

describe('the worked examples of "How we compute cost"', () => {
  const worked = examples.filter(({ body }) => body !== '')

  it('are all found', () => {
    expect(worked).toHaveLength(page.split('```json').length - 1)
    expect(worked.length).toBeGreaterThanOrEqual(9)
  })

  it.each(worked)('$heading', ({ body }) => {
    const example = Example.parse(JSON.parse(body))
    const usage = readUsage(example.api, example.usage)
    if (usage === null) throw new Error('the usage of the example cannot be read')
    const cost = costOf(usage, ratesOf({ id: 'example', ...example.prices }), {
      serviceTier: example.serviceTier,
    })
    expect(cost.lines).toEqual(example.lines)
    expect(cost.tier).toBe(example.tier)
    expect(cost.complete).toBe(example.complete)
    expect(formatUsd(cost.total, { digits: 'exact' })).toBe(example.total)
  })
})
