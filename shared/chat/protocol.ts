import { z } from 'zod'
import type { UsageApi } from '../usage/token-usage.ts'

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

/** In which form the usage of a protocol's answers is, for `readUsage`. */
export function usageApiOf(protocol: Protocol): UsageApi {
  return protocol === 'deferred' || protocol === 'segmind' ? 'chat' : protocol
}
