/**
 * The demo's prompt cache: simple, and the same every time. A prompt is a row of blocks of 64 tokens; a block is known
 * by everything before it. When the same model has read the same leading blocks before in this server's life, they count
 * as cached, so cached tokens are always a multiple of 64. Nothing ever expires but the oldest block of too many.
 */
export const CACHE_BLOCK_TOKENS = 64
const MOST_BLOCKS = 200_000

export class PromptCache {
  readonly #seen = new Set<string>()

  /** Cached tokens of this prompt; the prompt is known from now on. */
  read(blocks: readonly string[]): number {
    const unknown = blocks.findIndex((block) => !this.#seen.has(block))
    for (const block of blocks) this.#seen.add(block)
    for (const block of this.#seen) {
      if (this.#seen.size <= MOST_BLOCKS) break
      this.#seen.delete(block)
    }
    return (unknown === -1 ? blocks.length : unknown) * CACHE_BLOCK_TOKENS
  }
}
