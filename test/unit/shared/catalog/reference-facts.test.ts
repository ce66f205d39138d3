import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseImageModels } from '../../../../shared/catalog/image-model.ts'
import { contextWindowOf, factsOf, retirementOf } from '../../../../shared/catalog/reference-facts.ts'
import { REFERENCE_FACTS } from '../../../../shared/catalog/reference-facts-data.ts'
import { modelOf } from './model-of.ts'

const kindsOf = (id: string, entry = {}) => factsOf(modelOf(id, entry)).map(({ kind }) => kind)

describe('reference data', () => {
  // Reference 8: context windows.
  it.each([
    ['grok-beta', 131_072],
    ['grok-vision-beta', 8_192],
    ['grok-2-1212', 131_072],
    ['grok-2-vision-1212', 32_768],
    ['grok-3', 131_072],
    ['grok-3-mini', 131_072],
    ['grok-4-0709', 256_000],
    ['grok-code-fast-1', 256_000],
    ['grok-4-fast-reasoning', 2_000_000],
    ['grok-4-1-fast-non-reasoning', 2_000_000],
    ['grok-4.3', 1_000_000],
    ['grok-build-0.1', 256_000],
    ['grok-4.7', 500_000],
  ])('knows the context window of %s', (id, tokens) => {
    expect(contextWindowOf(modelOf(id))).toEqual({ tokens, from: 'reference' })
  })

  it.each(['grok-9', 'grok-4', 'grok-4-0709-eu', 'latest', '__proto__'])('knows nothing of %s', (id) => {
    expect(contextWindowOf(modelOf(id))).toBeNull()
    expect(factsOf(modelOf(id))).toEqual([])
  })

  it('steps back wherever the API speaks', () => {
    expect(kindsOf('grok-4-0709')).toEqual(['context-length', 'first-seen', 'retirement'])
    expect(kindsOf('grok-4-0709', { created: 1_752_019_200 })).toEqual(['context-length', 'retirement'])
    expect(kindsOf('grok-4-0709', { context_length: 1, created: 1 })).toEqual(['retirement'])
    expect(kindsOf('grok-4-0709', { deprecated: false, max_prompt_length: 7 })).toEqual(['first-seen'])
    expect(kindsOf('grok-2-1212', { knowledge_cutoff: '2030' })).not.toContain('knowledge-cutoff')
    expect(kindsOf('grok-2-1212')).toContain('knowledge-cutoff')
  })

  it('steps back for what only the second list says', () => {
    const joined = {
      ...modelOf('grok-4-0709'),
      rawModel: { id: 'grok-4-0709', retirement_date: '2027-01-01' },
    }
    expect(factsOf(joined).map(({ kind }) => kind)).not.toContain('retirement')
  })

  it('never says another context length than the API', () => {
    const ids = fc.constantFrom(
      ...REFERENCE_FACTS.flatMap(({ ids: all }) => (all === 'takes-images' ? [] : all)),
    )
    const length = fc.integer({ min: 1, max: 10_000_000 })
    fc.assert(
      fc.property(ids, length, (id, tokens) => {
        const model = modelOf(id, { context_length: tokens })
        expect(contextWindowOf(model)).toEqual({ tokens, from: 'api' })
        expect(factsOf(model).some(({ kind }) => kind === 'context-length')).toBe(false)
      }),
    )
  })

  it('has image limits only for models whose list says that they take images', () => {
    expect(kindsOf('grok-9', { input_modalities: ['text', 'image'] })).toEqual(['image-limits'])
    expect(kindsOf('grok-2-vision-1212', { input_modalities: ['text'] })).not.toContain('image-limits')
    expect(kindsOf('grok-2-vision-1212')).not.toContain('image-limits')
    const image = parseImageModels({ id: 'grok-2-image-1212', input_modalities: ['text', 'image'] }).models[0]
    expect(image && factsOf(image).map(({ kind }) => kind)).toEqual(['first-seen', 'retirement'])
  })

  it.each([
    'grok-3',
    'grok-4-0709',
    'grok-4-fast-reasoning',
    'grok-4-fast-non-reasoning',
    'grok-4-1-fast-reasoning',
    'grok-4-1-fast-non-reasoning',
    'grok-code-fast-1',
  ])('says of %s that its retirement is uncertain', (id) => {
    expect(retirementOf(id)).toMatchObject({ when: '2026-05-15', certainty: 'may-be-redirected' })
    expect(factsOf(modelOf(id))).toContainEqual(retirementOf(id))
  })

  it.each(['grok-3-mini', 'grok-4.3', 'grok-4', 'grok-3-fast', ''])(
    'says nothing of a retirement of %j',
    (name) => {
      expect(retirementOf(name)).toBeNull()
    },
  )

  it('gives a source and a day for every fact, and one fact of a kind for each id', () => {
    const seen = new Set<string>()
    for (const { ids, fact } of REFERENCE_FACTS) {
      expect(fact.source.length).toBeGreaterThan(8)
      expect(fact.checked).toMatch(/^20\d\d-\d\d-\d\d$/)
      if ('when' in fact) expect(fact.when).toMatch(/^20\d\d(-\d\d){0,2}$/)
      for (const id of ids === 'takes-images' ? ['*'] : ids) {
        expect(seen.has(`${fact.kind} ${id}`)).toBe(false)
        seen.add(`${fact.kind} ${id}`)
      }
    }
    expect(seen.size).toBeGreaterThan(50)
  })
})
