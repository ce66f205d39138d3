import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { SeededRandom } from './seeded-random.ts'

/** What the proxy does to the bytes of an answer. Times in ms, sizes in bytes counted over the answer. */
export type NetworkFault =
  /** Every packet later, by a time of its own. */
  | { kind: 'latency'; ms: number; jitterMs: number }
  /** In packets of random sizes. */
  | { kind: 'slicing'; longest: number }
  /** After `bytes` nothing more comes, and the connection stays open. */
  | { kind: 'stall'; bytes: number }
  /** The same, and what the client sends goes nowhere either: a router that forgot the connection. */
  | { kind: 'half-open'; bytes: number }
  /** After `bytes` an RST, as a crashing server or a firewall sends it. */
  | { kind: 'reset'; bytes: number }
  /** After `bytes` the end of the connection, as if all were said. */
  | { kind: 'truncation'; bytes: number }
  /** All of it, but the connection is closed only after `ms`. */
  | { kind: 'slow-close'; ms: number }

export type FaultProxy = { origin: string; close(): Promise<void> }

/** A TCP proxy on a free port of 127.0.0.1 in front of `origin`, which treats every answer in the same bad way. */
export async function startFaultProxy(
  origin: string,
  fault: NetworkFault,
  random: SeededRandom,
): Promise<FaultProxy> {
  const { hostname, port } = new URL(origin)
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => sockets.delete(socket))
    }
    client.setNoDelay(true)
    client.pipe(upstream)
    client.on('close', () => upstream.destroy())
    void passOn(upstream, client, fault, random).catch(() => client.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close() {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

async function passOn(
  upstream: Socket,
  client: Socket,
  fault: NetworkFault,
  random: SeededRandom,
): Promise<void> {
  let passed = 0
  for await (const chunk of upstream) {
    const bytes: Buffer = Buffer.from(chunk)
    const left = 'bytes' in fault ? fault.bytes - passed : Number.POSITIVE_INFINITY
    passed += bytes.length
    await write(client, bytes.subarray(0, left), fault, random)
    if (bytes.length >= left) return breakOff(upstream, client, fault)
  }
  if (fault.kind === 'slow-close') await wait(fault.ms)
  client.end()
}

async function write(
  client: Socket,
  bytes: Buffer,
  fault: NetworkFault,
  random: SeededRandom,
): Promise<void> {
  if (fault.kind === 'latency') await wait(fault.ms + random.below(fault.jitterMs + 1))
  const longest = fault.kind === 'slicing' ? fault.longest : bytes.length
  for (let at = 0; at < bytes.length && !client.destroyed; ) {
    const size = fault.kind === 'slicing' ? 1 + random.below(longest) : longest
    client.write(bytes.subarray(at, at + size))
    at += size
    if (fault.kind === 'slicing') await new Promise((resolve) => setImmediate(resolve))
  }
}

function breakOff(upstream: Socket, client: Socket, fault: NetworkFault): void {
  if (fault.kind === 'half-open') client.unpipe(upstream)
  if (fault.kind === 'reset') client.resetAndDestroy()
  if (fault.kind === 'truncation') client.end()
}
