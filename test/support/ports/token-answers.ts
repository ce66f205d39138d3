/** A token as the API writes it (reference 4). */
export function apiToken(id: number, bytes: readonly unknown[] | undefined): Record<string, unknown> {
  return { token_id: id, string_token: '\ufffd', ...(bytes === undefined ? {} : { token_bytes: bytes }) }
}

/** The answer of `/v1/tokenize-text` with one token for each of these texts, ids from 1. */
export function tokensAnswer(...texts: string[]): { token_ids: Record<string, unknown>[] } {
  return { token_ids: texts.map((text, index) => apiToken(index + 1, [...Buffer.from(text, 'utf8')])) }
}
