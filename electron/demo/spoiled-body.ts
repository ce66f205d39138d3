type JsonObject = Record<string, unknown>

/** An entry that no reader of the list can take: the wrong type in every field that counts. */
const MALFORMED_ENTRY = { id: 4.3, object: 'model', prompt_text_token_price: 'cheap', aliases: 'none' }

export function withoutEntries(body: unknown): unknown {
  return changedList(body, () => [])
}

/** The list with one more entry, in second place, that is wrong. */
export function withMalformedEntry(body: unknown): unknown {
  return changedList(body, (list) => [...list.slice(0, 1), MALFORMED_ENTRY, ...list.slice(1)])
}

/** The body of an answer or event without its usage, wherever its protocol keeps it. */
export function withoutUsage(body: unknown): unknown {
  if (!isObject(body)) return body
  const { usage: _, ...rest } = body
  for (const name of ['response', 'message']) {
    if (name in rest) rest[name] = withoutUsage(rest[name])
  }
  return rest
}

/** Whether a chunk exists for its usage alone. */
export function isUsageOnly(data: unknown): boolean {
  return isObject(data) && 'usage' in data && Array.isArray(data['choices']) && data['choices'].length === 0
}

function changedList(body: unknown, change: (list: readonly unknown[]) => unknown[]): unknown {
  if (!isObject(body)) return body
  const changed: JsonObject = { ...body }
  for (const name of ['models', 'data']) {
    const list = changed[name]
    if (Array.isArray(list)) changed[name] = change(list)
  }
  return changed
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
