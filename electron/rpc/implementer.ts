import { AsyncIteratorClass, implement, ORPCError, ValidationError } from '@orpc/server'
import { contract } from '../../shared/contract/index.ts'
import { ServiceFailure } from '../services/ports.ts'
import type { ReportBug } from '../services/report-bug.ts'

/**
 * The contract, ready to be answered. Every call and every event of a stream passes here on its way out:
 * `ServiceFailure` becomes the contract's typed error, refused input stays a `BAD_REQUEST`, and anything else is a bug.
 * A bug is reported once, and the page learns nothing of it but that there was one.
 */
export function implementer(reportBug: ReportBug) {
  // Middleware of the root runs around the validation of input and output, so it sees those failures too.
  return implement(contract).use(async ({ next, path }) => {
    const translate = (error: unknown) => translated(path.join('.'), error, reportBug)
    try {
      const result = await next()
      return isEvents(result.output) ? { ...result, output: guarded(result.output, translate) } : result
    } catch (error) {
      throw translate(error)
    }
  })
}

export type Implementer = ReturnType<typeof implementer>

function translated(where: string, error: unknown, reportBug: ReportBug): ORPCError<string, unknown> {
  if (error instanceof ServiceFailure) return new ORPCError('FAILED', { data: error.failure, cause: error })
  if (error instanceof ORPCError && error.cause instanceof ValidationError) {
    reportBug(where, new Error(`${error.message}: ${placesOf(error.cause)}`))
    if (error.code === 'BAD_REQUEST') return new ORPCError('BAD_REQUEST')
  } else {
    reportBug(where, error)
  }
  return new ORPCError('INTERNAL_SERVER_ERROR')
}

/** Where the validation failed, without the values: they may hold a key or a person's text. */
function placesOf({ issues }: ValidationError): string {
  const places = issues.map(({ path = [] }) => path.map(stepOf).join('.') || 'the whole value')
  return [...new Set(places)].slice(0, 20).join(', ')
}

function stepOf(step: PropertyKey | { readonly key: PropertyKey }): string {
  return String(typeof step === 'object' ? step.key : step)
}

type Events = AsyncIterableIterator<unknown>

function isEvents(output: unknown): output is Events {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output && 'next' in output
}

/** Leaving is passed on at once: a generator would hold it back until the next event, which may never come. */
function guarded(events: Events, translate: (error: unknown) => unknown): AsyncIteratorClass<unknown> {
  return new AsyncIteratorClass(
    async () => {
      try {
        return await events.next()
      } catch (error) {
        throw translate(error)
      }
    },
    async () => {
      await events.return?.()
    },
  )
}
