import { spawn } from 'node:child_process'

/** A message bus of our own, as every desktop session has one. What was started on it ends with it. */
export type SessionBus = { address: string; stop(): void }

export async function startSessionBus(): Promise<SessionBus> {
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return { address: await firstLine(bus.stdout), stop: () => void bus.kill('SIGTERM') }
}

function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('dbus-daemon gave no address')), 60_000)
    stream.once('data', (data: Buffer) => {
      clearTimeout(late)
      resolve(data.toString().split('\n')[0]?.trim() ?? '')
    })
  })
}
