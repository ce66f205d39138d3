import type { ChatServices } from '../services/compose-chat.ts'
import type { Implementer } from './implementer.ts'

export function comparisonsRoutes(
  { comparisons: os }: Implementer,
  comparisons: ChatServices['comparisons'],
) {
  return os.router({
    start: os.start.handler(({ input }) => comparisons.start(input)),
    stop: os.stop.handler(({ input }) => comparisons.stop(input)),
    read: os.read.handler(({ input }) => comparisons.read(input)),
    list: os.list.handler(({ input }) => comparisons.list(input)),
    vote: os.vote.handler(({ input }) => comparisons.vote(input)),
    note: os.note.handler(({ input }) => comparisons.note(input)),
    remove: os.remove.handler(({ input }) => comparisons.remove(input)),
    restore: os.restore.handler(({ input }) => comparisons.restore(input)),
    markdown: os.markdown.handler(({ input }) => comparisons.markdown(input)),
  })
}
