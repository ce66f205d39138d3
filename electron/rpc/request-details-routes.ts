import type { ChatServices } from '../services/compose-chat.ts'
import type { Implementer } from './implementer.ts'

export function requestDetailsRoutes(
  { requestDetails: os }: Implementer,
  details: ChatServices['requestDetails'],
) {
  return os.router({
    read: os.read.handler(({ input }) => details.read(input)),
    har: os.har.handler(({ input }) => details.har(input)),
  })
}
