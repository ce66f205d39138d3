import { assertNever } from '../assert-never.ts'

/** How an image becomes prompt tokens (reference 5.5): xAI's documented way of 2025, and the one measured in 2026. */
export const imageFormulas = ['patches-32', 'tiles-448'] as const
export type ImageFormula = (typeof imageFormulas)[number]

type Image = { width: number; height: number; formula: ImageFormula }

const TILE_SIDE = 448
const MOST_TILES = 6
const TOKENS_PER_TILE = 256
const PATCH_SIDE = 32

/**
 * Prompt tokens of one image of `width` × `height` pixels at high detail. 2025: 256 for each 448-pixel tile, six at
 * most, and for one more. 2026: one for each 32-pixel patch, and two more.
 */
export function tokensOfImage({ width, height, formula }: Image): number {
  const squares = (side: number) => Math.ceil(width / side) * Math.ceil(height / side)
  switch (formula) {
    case 'tiles-448':
      return (Math.min(MOST_TILES, squares(TILE_SIDE)) + 1) * TOKENS_PER_TILE
    case 'patches-32':
      return squares(PATCH_SIDE) + 2
    default:
      return assertNever(formula)
  }
}
