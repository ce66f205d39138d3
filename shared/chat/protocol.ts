import { z } from 'zod'

/**
 * The ways to ask for an answer (reference 5, 6, 9). `deferred` is chat completions fetched later; `segmind` is another
 * provider's address for one model. Both answer whole; all others stream.
 */
export const Protocol = z.enum([
  'chat',
  'responses',
  'messages',
  'completions',
  'complete',
  'deferred',
  'segmind',
])
export type Protocol = z.infer<typeof Protocol>
