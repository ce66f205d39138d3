import { parentPort, workerData } from 'node:worker_threads'
import { askForWholeCheck } from '../ask-for-whole-check.ts'
import { openReadOnly } from '../connect.ts'
import { loadEngine } from '../engine.ts'
import { createGuard } from '../guard.ts'
import { storageFailure } from '../storage-failure.ts'
import { storagePaths } from '../storage-paths.ts'
import { createThreadWork, type ThreadAnswer, type ThreadQuestion, type ThreadSetup } from './thread-work.ts'

/** The entry of a thread: one connection that only reads, and one answer to each question. `null` ends it. */
function run({ folder, newest }: ThreadSetup): void {
  const engine = loadEngine()
  const paths = storagePaths(folder)
  const database = openReadOnly(engine, paths.database)
  const work = createThreadWork({
    ...{ database, engine, paths, newest },
    guard: createGuard(() => askForWholeCheck(paths)),
    onUnreadableRow: (unreadableRow) => parentPort?.postMessage({ unreadableRow }),
  })
  parentPort?.on('message', (question: ThreadQuestion | null) => {
    if (question === null) {
      database.close()
      parentPort?.close()
      return
    }
    const { name, given, port } = question
    port.postMessage(answerOf(() => Reflect.apply(work[name], work, given)))
    port.close()
  })
}

function answerOf(work: () => unknown): ThreadAnswer<unknown> {
  try {
    return { kind: 'done', value: work() }
  } catch (error) {
    const failure = storageFailure(error)
    return failure === null ? { kind: 'broke', error } : { kind: 'refused', failure: failure.failure }
  }
}

run(workerData)
