import { type ChildProcess, spawn } from 'node:child_process'

/** A display for programs that want one. `name` goes into DISPLAY; `stop` ends the server that was started for it. */
export type Display = { name: string; virtual: boolean; stop(): void }

/** The display there is, or a virtual one of our own on a free number. */
export async function ensureDisplay(): Promise<Display> {
  const present = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']
  if (process.platform !== 'linux' || present)
    return { name: present ?? '', virtual: false, stop: () => undefined }
  // The server itself looks for a free number and writes it to file descriptor 3 when it is ready.
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  )
  const name = `:${await displayNumber(server)}`
  process.env['DISPLAY'] = name
  const stop = (): void => void server.kill('SIGTERM')
  process.once('exit', stop)
  return { name, virtual: true, stop }
}

function displayNumber(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The virtual display did not start within 15 s.')), 15_000)
    server.once('error', (error) => reject(new Error('Xvfb could not be started.', { cause: error })))
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}.`)))
    server.stdio[3]?.once('data', (data: Buffer) => {
      clearTimeout(late)
      resolve(data.toString().trim())
    })
  })
}
