import { parentPort, workerData } from 'node:worker_threads'
import { askForWholeCheck } from '../ask-for-whole-check.ts'
import { openReadOnly, openWithSettings } from '../connect.ts'
import { loadEngine } from '../engine.ts'
import { createGuard } from '../guard.ts'
import { storageFailure } from '../storage-failure.ts'
import { storagePaths } from '../storage-paths.ts'
import { createThreadWork, type ThreadAnswer, type ThreadQuestion, type ThreadSetup } from './thread-work.ts'

/** The entry of a thread: one connection, and one answer to each question, in their order. `null` ends it. */
function run({ folder, newest, access }: ThreadSetup): void {
  const engine = loadEngine()
  const paths = storagePaths(folder)
  const database = (access === 'writes' ? openWithSettings : openReadOnly)(engine, paths.database)
  const work = createThreadWork({
    ...{ database, engine, paths, newest },
    guard: createGuard(() => askForWholeCheck(paths)),
    onUnreadableRow: (unreadableRow) => parentPort?.postMessage({ unreadableRow }),
  })
  let last = Promise.resolve()
  parentPort?.on('message', (question: ThreadQuestion | null) => {
    last = last.then(() => (question === null ? end() : answer(question)))
  })

  async function answer({ name, given, port }: ThreadQuestion): Promise<void> {
    port.postMessage(await answerOf(async () => Reflect.apply(work[name], work, given)))
    port.close()
  }
  async function end(): Promise<void> {
    await work.importEnd()
    database.close()
    parentPort?.close()
  }
}

async function answerOf(work: () => Promise<unknown>): Promise<ThreadAnswer<unknown>> {
  try {
    return { kind: 'done', value: await work() }
  } catch (error) {
    const failure = storageFailure(error)
    return failure === null ? { kind: 'broke', error } : { kind: 'refused', failure: failure.failure }
  }
}

run(workerData)
