import type { DemoModel } from './demo-model.ts'
import type { Turn } from './prompt.ts'

/** A tool as it was described; `schema` is JSON schema, as far as the caller kept to it. */
export type DemoTool = { name: string; schema: unknown }

export type AnswerFormat = { kind: 'text' } | { kind: 'json'; schema: unknown }

/** What every generating endpoint is asked, in one shape. */
export type InferenceRequest = {
  /** Model name as asked for. */
  model: string
  turns: readonly Turn[]
  stream: boolean
  /** Cap on visible tokens; `null` = none. */
  maxTokens: number | null
  stop: readonly string[]
  choices: number
  effort: string | null
  priority: boolean
  /** Most live-search sources it may use; `null` = no live search asked for. */
  liveSearch: number | null
  temperature: number | null
  topP: number | null
  /** Tools that the answer may call. */
  tools: readonly DemoTool[]
  format: AnswerFormat
  /** Parameters that some models refuse, those given, in camelCase. */
  given: readonly string[]
}

/** A request without any option, for endpoints to fill in. */
export const PLAIN_REQUEST: Omit<InferenceRequest, 'model' | 'turns'> = {
  stream: false,
  maxTokens: null,
  stop: [],
  choices: 1,
  effort: null,
  priority: false,
  liveSearch: null,
  temperature: null,
  topP: null,
  tools: [],
  format: { kind: 'text' },
  given: [],
}

/** The level a model reasons at: the asked one or its default; `null` when it has none. */
export function effortOf(request: InferenceRequest, model: DemoModel): string | null {
  return request.effort ?? model.reasoning?.defaultEffort ?? null
}
