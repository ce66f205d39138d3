import type { ParameterName } from './parameter-name.ts'
import { ChatParameters } from './parameters.ts'

/** "Argument not supported on this model: reasoningEffort" (reference 5.4), in any case and with what may follow. */
const REFUSED = /argument not supported on this model:\s*["'`]?([A-Za-z_]+)/i

/** The parameter that a server's words refuse for a model, or `null`. Also as the API itself writes names: `top_p`. */
export function refusedParameter(serverWords: string | null): ParameterName | null {
  const name = serverWords === null ? undefined : REFUSED.exec(serverWords)?.[1]
  if (name === undefined) return null
  const camel = name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return ChatParameters.keyof().safeParse(camel).data ?? null
}
