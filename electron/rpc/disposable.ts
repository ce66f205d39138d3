import { AsyncIteratorClass } from '@orpc/server'

/** The contract asks for `Symbol.asyncDispose`, which Node 18 lacks; oRPC's own class stands in for it. */
export function disposable<Event>(
  events: AsyncIterator<Event, void>,
): AsyncIteratorClass<Event, undefined, void> {
  return new AsyncIteratorClass(
    async (): Promise<IteratorResult<Event, undefined>> => {
      const event = await events.next()
      return event.done === true ? { done: true, value: undefined } : { done: false, value: event.value }
    },
    async () => {
      await events.return?.()
    },
  )
}
