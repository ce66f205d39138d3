import type { FieldDifference } from '../contract/catalog.ts'
import { canonicalJson } from './canonical-json.ts'
import { fieldOf, type JsonEntry } from './json-entry.ts'

const MAX_FIELDS = 200
/** Characters of one shown value. */
const MAX_VALUE = 1_000

/**
 * The fields in which the answer for one model says something else than its entry in the list, at most 200. A field that
 * only one of them has differs too. The order of names in a list is no difference. `asked` is the name in the request:
 * that an answer carries it as `id` is marked, because the API often echoes the alias (reference 2.1).
 */
export function entryDifferences(
  list: FieldDifference['list'],
  listed: JsonEntry,
  single: JsonEntry,
  asked: string,
): FieldDifference[] {
  const fields = [...new Set([...Object.keys(listed), ...Object.keys(single)])]
  const differing = fields.filter((field) => fieldText(listed, field) !== fieldText(single, field))
  return differing.slice(0, MAX_FIELDS).map((field) => ({
    list,
    field: shortened(field),
    listed: shownValue(listed, field),
    single: shownValue(single, field),
    note: field === 'id' && fieldOf(single, 'id') === asked ? 'alias-echoed' : null,
  }))
}

function fieldText(entry: JsonEntry, field: string): string | null {
  const value = fieldOf(entry, field)
  return value === undefined ? null : canonicalJson(value)
}

function shownValue(entry: JsonEntry, field: string): string | null {
  const value = fieldText(entry, field)
  return value === null ? null : shortened(value)
}

function shortened(text: string): string {
  return text.length <= MAX_VALUE ? text : `${text.slice(0, MAX_VALUE)}…`
}
