import type { ParameterName } from '../../shared/chat/parameter-name.ts'
import { refusedParameter } from '../../shared/chat/refused-parameter.ts'
import type { Attempt } from '../../shared/contract/attempt.ts'
import type { UnsupportedParameter } from '../../shared/contract/chat.ts'
import { catalogScopeOf } from './catalog-scope.ts'
import { type Clock, ServiceFailure, type Target } from './ports.ts'
import type { ReportBug } from './report-bug.ts'

export type UnsupportedStore = {
  list(origin: string): UnsupportedParameter[]
  add(origin: string, refused: UnsupportedParameter): void
  remove(origin: string, model: string, parameter: ParameterName): void
}

export type UnsupportedParameters = {
  /** Of the server in use, the newest first. */
  list(): Promise<UnsupportedParameter[]>
  forget(request: { model: string; parameter: ParameterName }): Promise<UnsupportedParameter[]>
  /** Remembers what the failure of an attempt says of a parameter. Never throws. */
  learn(target: Target, attempt: Attempt): void
}

type Ports = {
  store: UnsupportedStore
  connection: { target(): Promise<Target> }
  clock: Clock
  reportBug: ReportBug
}

/** Which parameters a server said a model does not take. */
export function createUnsupportedParameters({
  store,
  connection,
  clock,
  reportBug,
}: Ports): UnsupportedParameters {
  const here = async () => catalogScopeOf(await connection.target()).origin
  return {
    list: async () => store.list(await here()),
    async forget({ model, parameter }) {
      const origin = await here()
      store.remove(origin, model, parameter)
      return store.list(origin)
    },
    learn(target, { state, askedModel: model }) {
      const failure = 'failure' in state ? state.failure : null
      const parameter = failure && refusedParameter(failure)
      const words = failure?.serverWords ?? null
      if (parameter === null || words === null) return
      try {
        store.add(catalogScopeOf(target).origin, { model, parameter, words, at: clock.now() })
      } catch (error) {
        // It will be refused and learned again; the answer that failed is what matters.
        if (!(error instanceof ServiceFailure)) reportBug('chat.unsupported', error)
      }
    },
  }
}
