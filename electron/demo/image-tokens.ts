import type { Era } from './demo-model.ts'

type Size = { width: number; height: number }

/** An image whose size the demo cannot read (a web address: it fetches nothing) counts as this. */
const ASSUMED: Size = { width: 1024, height: 1024 }
const TILE_2025 = 448
const PATCH_2026 = 32
const LOW_DETAIL_SIDE = 512
/** A header may claim any size; no real image of at most 20 MiB needs more. */
const LARGEST_SIDE = 8192

/**
 * Tokens of one image of a prompt (reference 5.5). 2025: 256 for each tile of 448 pixels, six at most, and one tile
 * more. 2026, as measured: one for each patch of 32 pixels and two more; `low` detail shrinks it to 512 pixels first.
 */
export function imageTokens(url: string, detail: string | null, era: Era): number {
  const { width, height } = sizeOf(url) ?? ASSUMED
  if (era !== 'C') {
    const tiles = Math.ceil(width / TILE_2025) * Math.ceil(height / TILE_2025)
    return ((detail === 'low' ? 0 : Math.min(6, tiles)) + 1) * 256
  }
  const shrink = detail === 'low' ? Math.min(1, LOW_DETAIL_SIDE / Math.max(width, height)) : 1
  return Math.ceil((width * shrink) / PATCH_2026) * Math.ceil((height * shrink) / PATCH_2026) + 2
}

function sizeOf(url: string): Size | null {
  const data = /^data:image\/[a-z+]+;base64,(.+)$/s.exec(url)?.[1]
  if (data === undefined) return null
  const bytes = Buffer.from(data, 'base64')
  const size = pngSize(bytes) ?? jpegSize(bytes)
  if (size === null || size.width === 0 || size.height === 0) return null
  return { width: Math.min(size.width, LARGEST_SIDE), height: Math.min(size.height, LARGEST_SIDE) }
}

function pngSize(bytes: Buffer): Size | null {
  if (bytes.length < 24 || bytes.toString('latin1', 1, 4) !== 'PNG') return null
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/** Walks the segments to the frame header (SOF), which holds height and width. */
function jpegSize(bytes: Buffer): Size | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null
  let at = 2
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}
