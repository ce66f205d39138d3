/** One drawing of the icon: a square PNG. */
export type Drawing = { size: number; png: Uint8Array }

const PNG_NAMES: Readonly<Record<number, string>> = {
  16: 'icp4',
  32: 'icp5',
  64: 'icp6',
  128: 'ic07',
  256: 'ic08',
  512: 'ic09',
  1024: 'ic10',
}

/** A Windows .ico file with PNG entries (Vista and later); sizes of at most 256 pixels. */
export function icoOf(drawings: readonly Drawing[]): Buffer {
  const entries = drawings.filter(({ size }) => size <= 256)
  const header = Buffer.alloc(6 + 16 * entries.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(entries.length, 4)
  let offset = header.length
  for (const [index, { size, png }] of entries.entries()) {
    const at = 6 + 16 * index
    // A byte holds no 256: 0 stands for it.
    header.writeUInt8(size % 256, at)
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(png.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([header, ...entries.map(({ png }) => png)])
}

/** A macOS .icns file with PNG entries (10.7 and later). Sizes without a type of their own are left out. */
export function icnsOf(drawings: readonly Drawing[]): Buffer {
  const blocks = drawings.flatMap(({ size, png }) => {
    const type = PNG_NAMES[size]
    return type === undefined ? [] : [block(type, png)]
  })
  return block('icns', Buffer.concat(blocks))
}

function block(type: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 0, 'latin1')
  head.writeUInt32BE(content.length + 8, 4)
  return Buffer.concat([head, content])
}
