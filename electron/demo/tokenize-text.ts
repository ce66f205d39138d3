import { readBody } from './body-fields.ts'
import type { Call } from './demo-state.ts'
import { requireModel } from './inference.ts'
import { requireKeyForModel } from './key-check.ts'
import { json, type Reply } from './reply.ts'
import { familyOf, tokenize } from './tokenizer.ts'

/** POST /v1/tokenize-text: free, text only, without the hidden tokens of a real request (reference 4). */
export function tokenizeText(call: Call): Reply {
  const fields = readBody(call.body)
  const name = fields.requiredText('model')
  const text = fields.requiredText('text')
  const model = requireModel(call, name)
  requireKeyForModel(call, 'tokenize', model, name)
  const tokens = [...tokenize(text, familyOf(model.id))]
  return json({
    token_ids: tokens.map((token) => ({
      token_id: token.id,
      string_token: token.text,
      token_bytes: token.bytes,
    })),
  })
}
