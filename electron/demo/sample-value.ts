/** Deeper than any schema that a person writes. */
const DEEPEST = 8

/**
 * A value that fits a JSON schema, as far as its types, `enum`, `const`, `properties`, `items` and `minItems` go.
 * `word` is what free texts say.
 */
export function sampleValue(schema: unknown, word: string, depth = 0): unknown {
  const said = new Map(Object.entries(Object(schema)))
  if (said.has('const')) return said.get('const')
  const choices = said.get('enum')
  if (Array.isArray(choices) && choices.length > 0) return choices[0]
  const variants = said.get('anyOf') ?? said.get('oneOf')
  if (Array.isArray(variants) && depth < DEEPEST) return sampleValue(variants[0], word, depth + 1)
  const type = [said.get('type')].flat()[0]
  switch (type) {
    case 'number':
    case 'integer':
      return Number(said.get('minimum') ?? 1)
    case 'boolean':
      return true
    case 'null':
      return null
    case 'array': {
      const count = Math.min(8, Math.max(1, Number(said.get('minItems') ?? 1) || 1))
      if (depth >= DEEPEST) return []
      return Array.from({ length: count }, () => sampleValue(said.get('items') ?? {}, word, depth + 1))
    }
    case 'string':
      return word
    default:
      return said.has('properties') || type === 'object'
        ? sampleObject(said.get('properties'), word, depth)
        : word
  }
}

function sampleObject(properties: unknown, word: string, depth: number): object {
  if (depth >= DEEPEST) return {}
  const entries = Object.entries(Object(properties ?? {}))
  return Object.fromEntries(entries.map(([name, one]) => [name, sampleValue(one, word, depth + 1)]))
}
