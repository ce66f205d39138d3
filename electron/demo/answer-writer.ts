import type { ServerResponse } from 'node:http'
import type { ChosenFaults, SpoilFault } from './fault.ts'
import { pause } from './pause.ts'
import type { RecordedRequest } from './recorded-request.ts'

/** One answer on its way out: the response, what is done to it, and when its reader has left. */
export type Outgoing = {
  response: ServerResponse
  record: RecordedRequest
  spoil: ChosenFaults['spoil']
  pacing: 'believable' | 'none'
  /** Comes when the connection closes, whichever side closed it. */
  gone: AbortSignal
}

export function spoilOf<K extends SpoilFault['kind']>(
  outgoing: Outgoing,
  kind: K,
): Extract<SpoilFault, { kind: K }> | null {
  const isKind = (fault: SpoilFault): fault is Extract<SpoilFault, { kind: K }> => fault.kind === kind
  return outgoing.spoil.find(isKind) ?? null
}

/** Sends status and headers at once: a client may wait for them alone. */
export function writeHead(outgoing: Outgoing, status: number, headers: Record<string, string>): void {
  outgoing.record.status = status
  outgoing.response.writeHead(status, headers)
  outgoing.response.flushHeaders()
}

/** Writes at the reader's speed; false when the reader has left. One byte at a time when a fault says so. */
export async function write(outgoing: Outgoing, bytes: Buffer): Promise<boolean> {
  const { gone, response } = outgoing
  if (spoilOf(outgoing, 'byte-by-byte') !== null) {
    for (const byte of bytes) {
      if (gone.aborted) return false
      response.write(Buffer.of(byte))
      // A turn of the event loop for each, or the bytes would share a packet.
      await new Promise((resolve) => setImmediate(resolve))
    }
    return !gone.aborted
  }
  if (gone.aborted) return false
  if (!response.write(bytes)) await drained(response)
  return !gone.aborted
}

/** Breaks the connection once what was written has arrived: a lost answer would be another fault than a cut one. */
export async function breakOff(outgoing: Outgoing): Promise<void> {
  await pause(20, outgoing.gone)
  outgoing.response.destroy()
}

/** Until there is room again, or nobody to write to. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      response.off('drain', end)
      response.off('close', end)
      resolve()
    }
    response.on('drain', end)
    response.on('close', end)
  })
}

/** Waits like the service would; not at all when pacing is off. */
export async function pace(outgoing: Outgoing, ms: number): Promise<boolean> {
  if (outgoing.pacing === 'none' || ms <= 0) return !outgoing.gone.aborted
  return pause(ms, outgoing.gone)
}
