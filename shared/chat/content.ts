import { z } from 'zod'

/** The types of image that the API takes (reference 5.5). */
export const ImageType = z.enum(['image/jpeg', 'image/png'])

export const ImageDetail = z.enum(['auto', 'low', 'high'])

/** One piece of a message, in no protocol's form. */
export const ContentPart = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({
    kind: z.literal('image'),
    type: ImageType,
    /** Of the file's bytes, with padding, without line breaks. */
    base64: z.string(),
    /** How closely the model looks; `null` leaves it to the server. */
    detail: ImageDetail.nullable(),
  }),
  /** In an assistant's message: a call that the model asked for. `arguments` is JSON text as the model wrote it. */
  z.strictObject({
    kind: z.literal('tool-call'),
    id: z.string(),
    name: z.string(),
    arguments: z.string(),
  }),
  /** In a tool's message: what the call with this id gave. */
  z.strictObject({ kind: z.literal('tool-result'), callId: z.string(), text: z.string() }),
])
export type ContentPart = z.infer<typeof ContentPart>

/** One message of a prompt. Roles come in any order and number: this API allows it (reference 5.4). */
export const Turn = z.strictObject({
  role: z.enum(['system', 'user', 'assistant', 'tool']),
  parts: z.array(ContentPart),
})
export type Turn = z.infer<typeof Turn>
