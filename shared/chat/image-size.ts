/** What the bytes of a file say of themselves: `unknown` is no JPEG and no PNG, `broken` is one without a size. */
export type ImageSize =
  | { kind: 'known'; type: 'image/jpeg' | 'image/png'; width: number; height: number }
  | { kind: 'broken' }
  | { kind: 'unknown' }

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Reads type and size in pixels from the first bytes of a file, without decoding it. */
export function imageSize(bytes: Uint8Array): ImageSize {
  if (PNG.every((byte, at) => bytes[at] === byte)) return pngSize(bytes)
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return jpegSize(bytes)
  return { kind: 'unknown' }
}

/** The first chunk of a PNG is its header: width and height are its first fields. */
function pngSize(bytes: Uint8Array): ImageSize {
  const isHeader = [0x49, 0x48, 0x44, 0x52].every((byte, at) => bytes[12 + at] === byte)
  return isHeader
    ? sized(
        'image/png',
        word(bytes, 16) * 65_536 + word(bytes, 18),
        word(bytes, 20) * 65_536 + word(bytes, 22),
      )
    : { kind: 'broken' }
}

/** Goes from segment to segment to the first frame header: all markers C0 to CF but C4, C8 and CC are one. */
function jpegSize(bytes: Uint8Array): ImageSize {
  let at = 2
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return { kind: 'broken' }
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) at += 1
    else if (isFrame(marker)) return sized('image/jpeg', word(bytes, at + 7), word(bytes, at + 5))
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2
    else at += 2 + Math.max(2, word(bytes, at + 2))
  }
  return { kind: 'broken' }
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function word(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)
}

function sized(type: 'image/jpeg' | 'image/png', width: number, height: number): ImageSize {
  return width > 0 && height > 0 ? { kind: 'known', type, width, height } : { kind: 'broken' }
}
