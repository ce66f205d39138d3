import { z } from 'zod'
import { DemoModel, Era } from '../../electron/demo/demo-model.ts'
import { Fault } from '../../electron/demo/fault.ts'
import { KeyState } from '../../electron/demo/key-state.ts'

/** What a test may tell a running demo server, one object a line. */
export const DemoCommand = z.discriminatedUnion('do', [
  /** Puts exactly these faults in force; an empty list heals the server. */
  z.strictObject({ do: z.literal('faults'), faults: z.array(Fault) }),
  z.strictObject({ do: z.literal('era'), era: Era }),
  z.strictObject({ do: z.literal('key-state'), change: KeyState.partial() }),
  z.strictObject({ do: z.literal('pacing'), pacing: z.enum(['believable', 'none']) }),
  z.strictObject({ do: z.literal('models'), models: z.array(DemoModel) }),
  z.strictObject({ do: z.literal('change-model'), id: z.string(), change: DemoModel.partial() }),
  z.strictObject({ do: z.literal('generate-models'), count: z.number().int().nonnegative() }),
  /** Answers with what the lists are made of. */
  z.strictObject({ do: z.literal('catalog') }),
  /** Answers with the requests that came in. */
  z.strictObject({ do: z.literal('requests') }),
])
export type DemoCommand = z.infer<typeof DemoCommand>
