import { readBody } from './body-fields.ts'
import type { Call } from './demo-state.ts'
import { requireModel } from './inference.ts'
import { requireKeyForModel } from './key-check.ts'
import type { Reply } from './reply.ts'
import { familyOf, type TokenFamily, tokenize } from './tokenizer.ts'

/** POST /v1/tokenize-text: free, text only, without the hidden tokens of a real request (reference 4). */
export function tokenizeText(call: Call): Reply {
  const fields = readBody(call.body)
  const name = fields.requiredText('model')
  const text = fields.requiredText('text')
  const model = requireModel(call, name)
  requireKeyForModel(call, 'tokenize', model, name)
  return { kind: 'long-json', parts: tokensJson(text, familyOf(model.id)) }
}

/** Characters of JSON in one part: a megabyte of text is twenty of it as JSON. */
const PART = 50_000

function* tokensJson(text: string, family: TokenFamily): Generator<string> {
  let part = '{"token_ids":['
  let between = ''
  for (const { id, text: words, bytes } of tokenize(text, family)) {
    part += `${between}{"token_id":${id},"string_token":${JSON.stringify(words)},"token_bytes":[${bytes.join(',')}]}`
    between = ','
    if (part.length < PART) continue
    yield part
    part = ''
  }
  yield `${part}]}`
}
