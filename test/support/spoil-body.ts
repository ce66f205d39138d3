import type { SeededRandom } from './seeded-random.ts'

/** What stands where something else should: every kind of JSON value, and those that break careless code. */
const ODD: readonly (string | number | boolean | null | object)[] = [
  ...[null, true, false, '', ' ', '0', '12', 'NaN', '-1', '1e999', '<script>alert(1)</script>', '=1+1'],
  ...['9223372036854775807', '-9223372036854775808', '9'.repeat(20), 8.64e15 + 1, -8.64e15 - 1],
  ...[0, -1, -0.5, 0.1, 7, 2 ** 31, 2 ** 53, 2 ** 53 + 2, 1e21, 1e308, -1e308, 5e-324],
  ...['\u0000', '\ud800', '\udc00x', '\u202e', '😀', '__proto__', 'constructor', 'x'.repeat(5_000)],
  ...[[], {}, [null], [[]], { a: 1 }, { error: 'no' }, { code: 'x', error: 'y' }, { length: -1 }],
]
const ODD_KEYS = ['__proto__', 'constructor', 'toString', '', '0', 'id', 'error', 'choices', 'length']

/** JSON text of the same value with `times` faults somewhere in it. */
export function spoiledJson(value: unknown, random: SeededRandom, times: number): string {
  let text = JSON.stringify(value) ?? 'null'
  for (let fault = 0; fault < times; fault += 1) text = spoiledAt(JSON.parse(text), random)
  return text
}

/** A body that is no JSON, or not only: cut, torn, doubled or with bytes of something else in it. */
export function spoiledBytes(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const at = random.below(bytes.length + 1)
  const end = Math.min(bytes.length, at + random.below(40))
  const [head, middle, tail] = [bytes.subarray(0, at), bytes.subarray(at, end), bytes.subarray(end)]
  const noise = Uint8Array.from({ length: 1 + random.below(6) }, () => random.below(256))
  switch (random.below(5)) {
    case 0:
      return head
    case 1:
      return joined(head, tail)
    case 2:
      return joined(head, middle, middle, tail)
    case 3:
      return joined(head, noise, tail)
    default:
      return joined(head, noise, middle, tail)
  }
}

/** A stream with one line left out, doubled, moved, or with spoiled JSON in it. */
export function spoiledStream(text: string, random: SeededRandom): string {
  const lines = text.split('\n')
  const at = random.below(lines.length)
  const line = lines[at] ?? ''
  switch (random.below(5)) {
    case 0:
      lines.splice(at, 1)
      break
    case 1:
      lines.splice(at, 0, line)
      break
    case 2:
      lines.splice(at, 1)
      lines.splice(random.below(lines.length + 1), 0, line)
      break
    default:
      lines[at] = spoiledLine(line, random)
  }
  return lines.join('\n')
}

function spoiledLine(line: string, random: SeededRandom): string {
  const json = /^data: ?(\{.*\})\s*$/.exec(line)?.[1]
  return json === undefined
    ? `data: ${JSON.stringify(random.pick(ODD))}`
    : `data: ${spoiledJson(JSON.parse(json), random, 1 + random.below(3))}`
}

/** One fault at a random depth: something replaced, removed, added, doubled, renamed or nested. */
function spoiledAt(value: unknown, random: SeededRandom): string {
  if (Array.isArray(value) && value.length > 0 && random.chance(0.9)) {
    const items: string[] = value.map((item) => JSON.stringify(item))
    const at = random.below(items.length)
    if (random.chance(0.75)) items[at] = spoiledAt(value[at], random)
    else if (random.chance(0.5)) items.splice(at, 1)
    else items.push(items[at] ?? 'null', JSON.stringify(random.pick(ODD)))
    return `[${items.join()}]`
  }
  if (typeof value === 'object' && value !== null && random.chance(0.95)) return spoiledFields(value, random)
  if (random.chance(0.05)) return `${'['.repeat(400)}${']'.repeat(400)}`
  return JSON.stringify(random.pick(ODD))
}

/** As text, because an object could not hold a key twice, nor one that would be its prototype. */
function spoiledFields(value: object, random: SeededRandom): string {
  const fields = Object.entries(value).map(([key, field]): [string, string] => [key, JSON.stringify(field)])
  const at = random.below(fields.length || 1)
  const [key, field] = Object.entries(value)[at] ?? ['', null]
  if (random.chance(0.7)) fields.splice(at, 1, [key, spoiledAt(field, random)])
  else if (random.chance(0.3)) fields.splice(at, 1)
  else if (random.chance(0.5)) fields.splice(at, 1, [random.pick(ODD_KEYS), JSON.stringify(field)])
  else fields.push([random.pick(ODD_KEYS), JSON.stringify(random.pick(ODD))])
  return `{${fields.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join()}}`
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}
