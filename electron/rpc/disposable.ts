import { AsyncIteratorClass } from '@orpc/server'

/** The contract asks for `Symbol.asyncDispose`, which Node 18 lacks; oRPC's own class stands in for it. */
export function disposable<Event>(
  events: AsyncIterableIterator<Event>,
): AsyncIteratorClass<Event, undefined, void> {
  return new AsyncIteratorClass(
    async () => {
      const event = await events.next()
      return event.done ? { done: true, value: undefined } : event
    },
    async () => {
      await events.return?.()
    },
  )
}
