/** Who says so, and on which day (UTC, `2026-11-22`) somebody last compared it with that source. */
type Sourced = { readonly source: string; readonly checked: string }

/**
 * Something about a model that the API does not tell, to be shown as `reference data`. Days are `2026`, `2026-05` or
 * `2026-05-15`: as exact as the source is. A retirement is `reported`, or `may-be-redirected`: the name may go on
 * working, served by a newer model and billed at that model's price; which of the two is not certain (reference 8).
 */
export type ReferenceFact = Sourced &
  (
    | { readonly kind: 'context-length'; readonly tokens: number }
    | { readonly kind: 'knowledge-cutoff'; readonly when: string }
    | { readonly kind: 'first-seen'; readonly when: string }
    | {
        readonly kind: 'retirement'
        readonly when: string
        readonly certainty: 'reported' | 'may-be-redirected'
      }
    | {
        readonly kind: 'image-limits'
        readonly formats: readonly string[]
        /** MiB of one image, 2026; 10 in 2025. */
        readonly mebibytesEach: number
        /** `null` = any number. */
        readonly imagesAtMost: number | null
      }
  )
export type Retirement = Extract<ReferenceFact, { kind: 'retirement' }>
