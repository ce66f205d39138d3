import type { KeyFacts } from '../../shared/contract/key-facts.ts'
import { toJson } from '../xai/parse-json.ts'

const MOST = 50
const LONGEST_NAME = 100
const LONGEST_VALUE = 500

/** The fields of an answer that a schema does not know, as JSON text, at most 50 and each cut when long. */
export function furtherFields(
  from: 'api-key' | 'me',
  body: unknown,
  schema: { shape: object },
): KeyFacts['further'] {
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body)
    .filter(([name]) => !Object.hasOwn(schema.shape, name))
    .slice(0, MOST)
    .map(([name, value]) => ({
      from,
      name: cut(name, LONGEST_NAME),
      value: cut(toJson(value) ?? '', LONGEST_VALUE),
    }))
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
