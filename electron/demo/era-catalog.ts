import { CATALOG_ERA_A } from './catalog-era-a.ts'
import { CATALOG_ERA_B } from './catalog-era-b.ts'
import { CATALOG_ERA_C } from './catalog-era-c.ts'
import type { DemoCatalog, DemoModel, Era } from './demo-model.ts'
import { hexOf } from './stable-hash.ts'

const CATALOGS: Record<Era, DemoCatalog> = { A: CATALOG_ERA_A, B: CATALOG_ERA_B, C: CATALOG_ERA_C }

export function catalogOf(era: Era): DemoCatalog {
  return CATALOGS[era]
}

/** As many invented models as asked for, all different, for a table that must stay fast. */
export function generateModels(count: number): DemoModel[] {
  return Array.from({ length: count }, (_, at) => {
    const id = `grok-generated-${String(at).padStart(5, '0')}`
    const prompt = 1_000 + ((at * 37) % 500) * 100
    const sees = at % 3 === 0
    return {
      id,
      aliases: at % 5 === 0 ? [`${id}-latest`] : [],
      fingerprint: `fp_${hexOf(id, 16)}`,
      created: 1_700_000_000 + at * 3_600,
      version: '1.0',
      inputModalities: sees ? ['text', 'image'] : ['text'],
      contextLength: 131_072 * (1 + (at % 8)),
      prices: {
        prompt,
        cachedPrompt: prompt / 4,
        promptImage: sees ? prompt : 0,
        completion: prompt * 5,
        search: 0,
        longContext: null,
      },
      reasoning: at % 2 === 0 ? null : { efforts: ['low', 'high'], defaultEffort: 'low', shown: true },
      unsupported: ['logitBias'],
      hiddenPromptTokens: 8,
    }
  })
}
