const MOST_KEPT = 1_000

/** Responses by id, until they are deleted or 1,000 others came after them. */
export class StoredResponses {
  readonly #kept = new Map<string, object>()

  keep(id: string, body: object): void {
    this.#kept.set(id, body)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break
      this.#kept.delete(oldest)
    }
  }

  get(id: string): object | null {
    return this.#kept.get(id) ?? null
  }

  forget(id: string): void {
    this.#kept.delete(id)
  }
}
