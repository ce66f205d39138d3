import type { ChatParameters } from '../../shared/chat/parameters.ts'
import { tokensOfImage } from '../../shared/compare/image-tokens.ts'
import type { LikelyAnswer } from '../../shared/estimate/likely-answer.ts'
import type { RawPrompt } from '../../shared/estimate/prompt-estimate.ts'
import { heldCost } from '../../shared/pricing/held-cost.ts'
import type { Rates } from '../../shared/pricing/price-schema.ts'
import type { Target } from './ports.ts'

/** A request that may be sent. */
export type ExpectedRequest = {
  target: Target
  /** As the list names the model that is asked for. */
  modelId: string
  conversationId: string | null
  parameters: Pick<ChatParameters, 'maxCompletionTokens' | 'n' | 'serviceTier'>
  rates: Rates | null
  /** The list says that the model reasons. */
  thinks: boolean
  /** Everything that is sent: all texts together, and images by their size. */
  prompt: RawPrompt
  images: readonly { width: number; height: number }[]
}

/** Tokens; `prompt` includes `images`. `held`: what budgets are asked for, in ticks. */
export type Expectation = { prompt: number; images: number; answer: LikelyAnswer; held: bigint }

export type Expect = (request: ExpectedRequest) => Expectation

type Ports = {
  /** What the texts are likely to count as prompt, hidden tokens included. */
  promptTokens: (request: Pick<ExpectedRequest, 'target' | 'modelId' | 'prompt'>) => number
  likelyAnswer: (request: Pick<ExpectedRequest, 'target' | 'modelId' | 'conversationId'>) => LikelyAnswer
}

/** What a request is likely to be: asked once for the cost card and again when it is sent, so that both are told the same. */
export function createExpectation({ promptTokens, likelyAnswer }: Ports): Expect {
  return (request) => {
    const images = request.images.reduce(
      (sum, image) => sum + tokensOfImage({ ...image, formula: 'patches-32' }),
      0,
    )
    const prompt = promptTokens(request) + images
    const answer = likelyAnswer(request)
    return { prompt, images, answer, held: heldCost(request, { prompt, images, answer: answer.tokens }) }
  }
}
