import type { z } from 'zod'
import { ChatParameters } from './parameters.ts'

/** The name of one thing that can be set for a request. */
export const ParameterName = ChatParameters.keyof()
export type ParameterName = z.infer<typeof ParameterName>
