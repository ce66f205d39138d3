/** The beginning of a PNG file with this size; `salt` makes it another file of the same size. */
export function pngBytes(width: number, height: number, salt = 0): Uint8Array {
  const bytes = Buffer.alloc(40, salt)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

/** The beginning of a JPEG file with this size, behind the segment that most cameras put first. */
export function jpegBytes(width: number, height: number): Uint8Array {
  const size = [height >> 8, height & 255, width >> 8, width & 255]
  return new Uint8Array([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0],
    ...[0xff, 0xc0, 0, 17, 8, ...size, 3, 1, 0x22, 0, 2, 0x11, 1, 3],
  ])
}
