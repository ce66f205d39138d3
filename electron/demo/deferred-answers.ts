import { forgetOldest } from './forget-oldest.ts'

/** Deferred answers by request id: pending for one look, then fetched once, then forgotten (reference 6.4). */
export class DeferredAnswers {
  readonly #kept = new Map<string, { body: unknown; looks: number }>()

  keep(id: string, body: unknown): void {
    this.#kept.set(id, { body, looks: 0 })
    forgetOldest(this.#kept)
  }

  look(id: string): { kind: 'unknown' } | { kind: 'pending' } | { kind: 'done'; body: unknown } {
    const kept = this.#kept.get(id)
    if (kept === undefined) return { kind: 'unknown' }
    if (kept.looks === 0) {
      kept.looks = 1
      return { kind: 'pending' }
    }
    this.#kept.delete(id)
    return { kind: 'done', body: kept.body }
  }
}
