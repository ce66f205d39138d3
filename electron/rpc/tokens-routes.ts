import type { TokensService } from '../services/tokens.ts'
import type { Implementer } from './implementer.ts'

export function tokensRoutes({ tokens: os }: Implementer, tokens: TokensService) {
  return os.router({ count: os.count.handler(({ input, signal }) => tokens.count(input, signal)) })
}
