import { parentPort } from 'node:worker_threads'
import { rawAnswer } from './stream-server.ts'

/** A thread of its own, as the app is not the server's thread either: reads one answer for each address it is told. */
parentPort?.on('message', (baseUrl: string) => {
  void rawAnswer(baseUrl).then(({ at }) => parentPort?.postMessage(at))
})
