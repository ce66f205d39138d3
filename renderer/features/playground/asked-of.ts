import type { ChatSetup } from '../../../shared/contract/conversation.ts'
import { endpointOf } from '../../../shared/permissions/endpoint-of.ts'

/** What a refusal has to be explained with: the endpoint of the protocol and the model, as in the key's permissions. */
export function askedOf({ protocol, model }: Pick<ChatSetup, 'protocol' | 'model'>): {
  endpoint: string | null
  model: string
} {
  return { endpoint: endpointOf(protocol), model }
}
