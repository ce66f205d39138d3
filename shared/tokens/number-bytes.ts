/**
 * Whole numbers from 0 to 2^32 - 1 as bytes, seven bits at a time, lowest first; a set high bit says that more follows
 * (LEB128). A token id takes three bytes and a length one, where 200,000 objects would take megabytes.
 */
export function packNumbers(numbers: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 5)
  let at = 0
  for (let index = 0; index < numbers.length; index += 1) {
    let rest = (numbers[index] ?? 0) >>> 0
    while (rest > 0x7f) {
      bytes[at] = (rest & 0x7f) | 0x80
      at += 1
      rest >>>= 7
    }
    bytes[at] = rest
    at += 1
  }
  return bytes.slice(0, at)
}

/** The numbers again; what is missing at the end is left out. */
export function unpackNumbers(bytes: Uint8Array): Uint32Array {
  const numbers = new Uint32Array(bytes.length)
  let count = 0
  let value = 0
  let shift = 0
  for (const byte of bytes) {
    value |= (byte & 0x7f) << shift
    if (byte > 0x7f) {
      shift += 7
      continue
    }
    numbers[count] = value >>> 0
    count += 1
    value = 0
    shift = 0
  }
  return numbers.slice(0, count)
}
