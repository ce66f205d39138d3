import type { DemoModel, Era } from './demo-model.ts'
import { imageTokens } from './image-tokens.ts'
import { CACHE_BLOCK_TOKENS } from './prompt-cache.ts'
import { hashOf } from './stable-hash.ts'
import { familyOf, tokenize } from './tokenizer.ts'

export type PromptPart =
  | { kind: 'text'; text: string }
  | { kind: 'image'; url: string; detail: string | null }
export type Turn = { role: string; parts: readonly PromptPart[] }

/** Tokens of a prompt, hidden ones included, and its blocks for the prompt cache. */
export type MeasuredPrompt = { total: number; image: number; blocks: readonly string[] }

/**
 * What the service bills as prompt: the tokens of every text part as `/v1/tokenize-text` counts them, the tokens of every
 * image, and `hiddenPromptTokens` of the model once per request. Roles and borders between messages cost nothing here.
 */
export function measurePrompt(turns: readonly Turn[], model: DemoModel, era: Era): MeasuredPrompt {
  const blocks = new BlockHashes(model.id)
  const family = familyOf(model.id)
  let image = 0
  blocks.addMany(0, model.hiddenPromptTokens)
  for (const turn of turns) {
    blocks.mark(hashOf(turn.role))
    for (const part of turn.parts) {
      if (part.kind === 'text') {
        for (const token of tokenize(part.text, family)) blocks.add(token.id)
      } else {
        const tokens = imageTokens(part.url, part.detail, era)
        blocks.addMany(hashOf(part.url), tokens)
        image += tokens
      }
    }
  }
  return { total: blocks.tokens, image, blocks: blocks.names }
}

export function lastUserText(turns: readonly Turn[]): string {
  const turn = turns.filter((one) => one.role === 'user').at(-1) ?? turns.at(-1)
  return textOf(turn?.parts ?? [])
}

function textOf(parts: readonly PromptPart[]): string {
  return parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('\n')
}

/** Two running 32-bit hashes name every block of 64 tokens by all that came before it. */
class BlockHashes {
  tokens = 0
  readonly names: string[] = []
  readonly #model: string
  #one = 0x811c9dc5
  #two = 0x9e3779b1

  constructor(model: string) {
    this.#model = model
  }

  mark(value: number): void {
    this.#one = Math.imul(this.#one ^ value, 0x01000193)
    this.#two = Math.imul(this.#two + value, 0x85ebca6b) ^ (this.#two >>> 15)
  }

  add(id: number): void {
    this.mark(id)
    this.tokens += 1
    if (this.tokens % CACHE_BLOCK_TOKENS === 0) {
      this.names.push(`${this.#model}:${this.#one >>> 0}:${this.#two >>> 0}`)
    }
  }

  addMany(id: number, count: number): void {
    for (let added = 0; added < count; added += 1) this.add(id)
  }
}
