import type { ReferenceFact } from './reference-fact.ts'

/** The day (UTC) on which every entry below was last compared with its source. */
const CHECKED = '2026-11-22'

const DOCS_EARLY_2025 = 'xAI models page, early 2025'
const DOCS_2025 = 'xAI models and pricing page, November 2025'
const DOCS_2026 = 'xAI pricing page, August 2026'
const SNAPSHOT_2024 = 'archived xAI models page, December 2024'
const MODELS_DEV = 'models.dev, xAI provider'
const DOCS_IMAGES = 'xAI image understanding guide, 2025 and 2026'
const RETIREMENT = 'xAI migration notice for 15 May 2026, and reports of redirected requests'
const RECORDED = 'xAI release notes and recorded lists'

/** Which models a fact is of: ids that are exactly one of `ids`, or, with `takesImages`, all with image input. */
export type FactEntry = {
  readonly ids: readonly string[] | 'takes-images'
  readonly fact: ReferenceFact
}

/**
 * The whole of what this app knows by itself (reference 5.5 and 8). Whoever adds a line gives a source that a person
 * can look up; a price is never among these, because prices in tables go stale and the live list is the only truth.
 */
export const REFERENCE_FACTS: readonly FactEntry[] = [
  window(131_072, DOCS_2025, 'grok-2-1212', 'grok-3', 'grok-3-fast', 'grok-3-mini', 'grok-3-mini-fast'),
  window(131_072, SNAPSHOT_2024, 'grok-beta'),
  window(8_192, SNAPSHOT_2024, 'grok-vision-beta'),
  window(32_768, DOCS_2025, 'grok-2-vision-1212'),
  window(256_000, DOCS_2025, 'grok-4-0709', 'grok-code-fast-1'),
  window(2_000_000, DOCS_2025, 'grok-4-fast-reasoning', 'grok-4-fast-non-reasoning'),
  window(2_000_000, MODELS_DEV, 'grok-4-1-fast-reasoning', 'grok-4-1-fast-non-reasoning'),
  window(1_000_000, DOCS_2026, 'grok-4.3'),
  window(256_000, DOCS_2026, 'grok-build-0.1'),
  window(500_000, DOCS_2026, 'grok-4.5', 'grok-4.6', 'grok-4.7'),

  { ids: ['grok-2-1212'], fact: cutoff('2024-07-17', DOCS_EARLY_2025) },

  firstSeen('2024-11', SNAPSHOT_2024, 'grok-beta', 'grok-vision-beta'),
  firstSeen('2024-12-12', RECORDED, 'grok-2-1212', 'grok-2-vision-1212'),
  firstSeen('2025', RECORDED, 'grok-2-image-1212'),
  firstSeen('2025-04', MODELS_DEV, 'grok-3', 'grok-3-fast', 'grok-3-mini', 'grok-3-mini-fast'),
  firstSeen('2025-07-09', RECORDED, 'grok-4-0709'),
  firstSeen('2025-08', RECORDED, 'grok-code-fast-1'),
  firstSeen('2025-09', RECORDED, 'grok-4-fast-reasoning', 'grok-4-fast-non-reasoning'),
  firstSeen('2025-11', RECORDED, 'grok-4-1-fast-reasoning', 'grok-4-1-fast-non-reasoning'),
  firstSeen('2026-01', RECORDED, 'grok-imagine-image'),
  firstSeen('2026-03', RECORDED, 'grok-4.20-0309-reasoning', 'grok-4.20-0309-non-reasoning'),
  firstSeen('2026-04', RECORDED, 'grok-4.3'),
  firstSeen('2026', RECORDED, 'grok-build-0.1'),
  firstSeen('2026-07', RECORDED, 'grok-4.5'),
  firstSeen('2026-08', RECORDED, 'grok-4.6', 'grok-imagine-image-2.0'),
  firstSeen('2026-09-21', RECORDED, 'grok-4.7'),

  retired('2025', RECORDED, 'grok-beta', 'grok-vision-beta'),
  retired('2026', RECORDED, 'grok-2-vision-1212', 'grok-2-image-1212'),
  ...mayBeRedirected(
    '2026-05-15',
    'grok-3',
    'grok-4-0709',
    'grok-4-fast',
    'grok-4-fast-reasoning',
    'grok-4-fast-non-reasoning',
    'grok-4-1-fast',
    'grok-4-1-fast-reasoning',
    'grok-4-1-fast-non-reasoning',
    'grok-code-fast-1',
  ),

  { ids: 'takes-images', fact: imageLimits() },
]

function window(tokens: number, source: string, ...ids: string[]): FactEntry {
  return { ids, fact: { kind: 'context-length', tokens, source, checked: CHECKED } }
}

function firstSeen(when: string, source: string, ...ids: string[]): FactEntry {
  return { ids, fact: { kind: 'first-seen', when, source, checked: CHECKED } }
}

function cutoff(when: string, source: string): ReferenceFact {
  return { kind: 'knowledge-cutoff', when, source, checked: CHECKED }
}

function retired(when: string, source: string, ...ids: string[]): FactEntry {
  return { ids, fact: { kind: 'retirement', when, certainty: 'reported', source, checked: CHECKED } }
}

/** What the pages say contradicts itself, so it is told as uncertain (reference 8). */
function mayBeRedirected(when: string, ...ids: string[]): FactEntry[] {
  const fact = { kind: 'retirement', when, certainty: 'may-be-redirected', checked: CHECKED } as const
  return [{ ids, fact: { ...fact, source: RETIREMENT } }]
}

function imageLimits(): ReferenceFact {
  return {
    kind: 'image-limits',
    formats: ['jpg', 'jpeg', 'png'],
    mebibytesEach: 20,
    imagesAtMost: null,
    source: DOCS_IMAGES,
    checked: CHECKED,
  }
}
