import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** What a window needs from Debian, and the file that shows it is there. */
const FOR_WINDOWS = [
  { name: 'libgtk-3-0', file: 'libgtk-3.so.0' },
  { name: 'libnss3', file: 'libnss3.so' },
  { name: 'libgbm1', file: 'libgbm.so.1' },
  { name: 'libasound2', file: 'libasound.so.2' },
] as const
const FOR_NO_DISPLAY = [
  { name: 'xvfb', file: '/usr/bin/Xvfb' },
  { name: 'xauth', file: '/usr/bin/xauth' },
] as const
/** What a desktop session has, for the tests: a bus, a keyring, and a service that shows notifications. */
const FOR_SESSION_TESTS = [
  { name: 'dbus', file: '/usr/bin/dbus-daemon' },
  { name: 'gnome-keyring', file: '/usr/bin/gnome-keyring-daemon' },
  { name: 'libnotify4', file: 'libnotify.so.4' },
  { name: 'dunst', file: '/usr/bin/dunst' },
] as const

type Wanted = { name: string; file: string }

/** Makes sure that windows can be shown: installs what is missing as root on Debian, else prints the exact command. */
export function ensureLibraries(needs: { display: boolean; session: boolean }): void {
  if (process.platform !== 'linux') return
  const wanted: Wanted[] = [...FOR_WINDOWS]
  if (!needs.display) wanted.push(...FOR_NO_DISPLAY)
  if (needs.session) wanted.push(...FOR_SESSION_TESTS)
  const missing = wanted.filter((one) => !isThere(one.file)).map((one) => one.name)
  if (missing.length === 0) return
  const install = `apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(
      `Missing from this system: ${missing.join(', ')}. Install with:\n  sudo sh -c '${install}'`,
    )
  }
  console.log(`Installing from Debian: ${missing.join(', ')}`)
  const done = spawnSync('sh', ['-c', install], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (done.status !== 0) throw new Error(`Could not install them. Run this by hand:\n  ${install}`)
}

let linkerCache: string | null = null

function isThere(file: string): boolean {
  if (file.startsWith('/')) return existsSync(file)
  linkerCache ??= spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).stdout ?? ''
  return linkerCache.includes(file)
}
