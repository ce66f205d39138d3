import type { Protocol } from '../chat/protocol.ts'

/**
 * The endpoint name in an access string that a request in each protocol needs (reference 3: `chat` by the documentation,
 * `sample` for raw completions by its name). Segmind's keys have no access strings.
 */
const ENDPOINTS: Readonly<Record<Protocol, 'chat' | 'sample' | null>> = {
  chat: 'chat',
  responses: 'chat',
  messages: 'chat',
  deferred: 'chat',
  completions: 'sample',
  complete: 'sample',
  segmind: null,
}

/** What `may` and a refused request have to be asked about; `null` where access strings do not apply. */
export function endpointOf(protocol: Protocol): 'chat' | 'sample' | null {
  return ENDPOINTS[protocol]
}
