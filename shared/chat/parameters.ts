import { z } from 'zod'

const JsonSchema = z.record(z.string(), z.json())

const ToolDefinition = z.strictObject({
  name: z.string().min(1).max(200),
  description: z.string().optional(),
  /** JSON schema of the arguments; without one the tool takes none. */
  parameters: JsonSchema.optional(),
})

const ResponseFormat = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text') }),
  z.strictObject({ kind: z.literal('json-object') }),
  z.strictObject({
    kind: z.literal('json-schema'),
    name: z.string().min(1),
    schema: JsonSchema,
    /** Whether the answer must keep to the schema; left out, the server's default holds. */
    strict: z.boolean().optional(),
  }),
])

/**
 * What can be set for one request (reference 5.4). Only what is there is sent; what is missing is the server's own
 * default. The bounds here are the widest of any protocol and model: which levels, stops and numbers a model takes is
 * the server's to say. The names are those by which the API refuses them ("Argument not supported on this model: …"),
 * except that it knows none for `tools`, `responseFormat`, `user` and `serviceTier`.
 */
export const ChatParameters = z.strictObject({
  temperature: z.number().optional(),
  topP: z.number().optional(),
  /** Caps the visible tokens, not the reasoning. */
  maxCompletionTokens: z.number().int().positive().optional(),
  seed: z.number().int().optional(),
  stop: z.array(z.string().min(1)).min(1).optional(),
  frequencyPenalty: z.number().optional(),
  presencePenalty: z.number().optional(),
  /** An open word: levels come and go with models. */
  reasoningEffort: z.string().min(1).optional(),
  /** How many choices to make. */
  n: z.number().int().positive().optional(),
  responseFormat: ResponseFormat.optional(),
  tools: z.array(ToolDefinition).min(1).optional(),
  user: z.string().min(1).optional(),
  serviceTier: z.string().min(1).optional(),
})
export type ChatParameters = z.infer<typeof ChatParameters>
