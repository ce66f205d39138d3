import { parseJson, toJson } from './parse-json.ts'
import { isRecord } from './record.ts'

/** What an error body says: the server's sentence and its `code`, as far as there are any. */
export type ErrorWords =
  | { kind: 'json'; words: string; code: string | number | null }
  | { kind: 'html'; words: string | null }
  | { kind: 'text'; words: string }

/**
 * Reads an error body in the order of reference 7: JSON with a string `error`, JSON with `error.message`, plain text;
 * HTML is not the API's. 422 and some 400 are plain text, and a gateway's envelope is not xAI's.
 */
export function readErrorWords(text: string, contentType: string | null): ErrorWords {
  if (looksLikeHtml(text, contentType)) {
    return {
      kind: 'html',
      words: /<title[^>]*>([^<]{1,200})/i.exec(text.slice(0, 16_384))?.[1]?.trim() ?? null,
    }
  }
  const reading = parseJson(text)
  return (reading.kind === 'value' ? errorIn(reading.value) : null) ?? { kind: 'text', words: text.trim() }
}

/** The error inside a parsed body, or `null` when it holds none. `error: null` is how some good answers say so. */
export function errorIn(body: unknown): ErrorWords | null {
  if (!isRecord(body)) return null
  const { error } = body
  if (typeof error === 'string' && error !== '') {
    return { kind: 'json', words: error, code: codeOf(body['code']) }
  }
  if (!isRecord(error)) return null
  const { message } = error
  const words = typeof message === 'string' ? message : (toJson(error) ?? '')
  return { kind: 'json', words, code: codeOf(error['code']) ?? codeOf(error['type']) ?? codeOf(body['code']) }
}

function codeOf(code: unknown): string | number | null {
  return typeof code === 'string' || typeof code === 'number' ? code : null
}

function looksLikeHtml(text: string, contentType: string | null): boolean {
  return /^\s*text\/html\b/i.test(contentType ?? '') || /^\s*<(!doctype|html)\b/i.test(text.slice(0, 1_024))
}
