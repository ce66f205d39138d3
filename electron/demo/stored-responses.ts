import { forgetOldest } from './forget-oldest.ts'

/** Responses by id, until they are deleted or 1,000 others came after them. */
export class StoredResponses {
  readonly #kept = new Map<string, object>()

  keep(id: string, body: object): void {
    this.#kept.set(id, body)
    forgetOldest(this.#kept)
  }

  get(id: string): object | null {
    return this.#kept.get(id) ?? null
  }

  forget(id: string): void {
    this.#kept.delete(id)
  }
}
