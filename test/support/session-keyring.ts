import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSessionBus } from './session-bus.ts'

/** A session bus with a real, unlocked gnome-keyring on it. `env` is what the app needs to find it. */
export type SessionKeyring = { env: Record<string, string>; stop(): void }

/** Starts a message bus and a keyring of our own, with their files in a temporary folder. */
export async function startSessionKeyring(): Promise<SessionKeyring> {
  const home = mkdtempSync(join(tmpdir(), 'tokenbook-keyring-'))
  const bus = await startSessionBus()
  const env = {
    DBUS_SESSION_BUS_ADDRESS: bus.address,
    XDG_DATA_HOME: join(home, 'data'),
    XDG_RUNTIME_DIR: home,
  }
  // --unlock makes the login keyring with the password it reads, so that no dialog asks for one.
  const unlocked = spawnSync('gnome-keyring-daemon', ['--unlock', '--components=secrets'], {
    input: 'for-tests-only',
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 60_000,
  })
  if (unlocked.status !== 0) throw new Error(`gnome-keyring-daemon did not unlock: ${unlocked.stderr}`)
  return {
    env,
    stop() {
      // The keyring ends with its bus.
      bus.stop()
      rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}
