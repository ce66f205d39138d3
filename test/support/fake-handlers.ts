import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '../../shared/contract/index.ts'

export type Inputs = InferContractRouterInputs<Contract>
type Outputs = InferContractRouterOutputs<Contract>
type Answer<Output> =
  Output extends AsyncIterable<infer Event> ? AsyncGenerator<Event, void, unknown> : Output | Promise<Output>

/** One function per call; what a test does not give answers like a fresh start on xAI with a key. */
export type FakeHandlers = {
  [Area in keyof Contract]: {
    [Call in keyof Contract[Area]]: (
      input: Call extends keyof Inputs[Area] ? Inputs[Area][Call] : never,
      signal: AbortSignal | undefined,
    ) => Call extends keyof Outputs[Area] ? Answer<Outputs[Area][Call]> : never
  }
}
export type FakeOverrides = { [Area in keyof FakeHandlers]?: Partial<FakeHandlers[Area]> }
