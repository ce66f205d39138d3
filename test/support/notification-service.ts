import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSessionBus } from './session-bus.ts'

type ShownNotification = { title: string; body: string; program: string }

/** A real service that shows notifications on a bus of its own. `env` is what the app needs to find it. */
export type NotificationService = {
  env: Record<string, string>
  /** What it has shown so far, oldest first. */
  shown(): ShownNotification[]
  /** What a click on the one that is shown does; none is shown any more then. */
  click(): void
  stop(): void
}

/** Starts dunst, which people use on desktops that bring no service; its files lie in a temporary folder. */
export async function startNotificationService(): Promise<NotificationService> {
  const home = mkdtempSync(join(tmpdir(), 'tokenbook-notifications-'))
  const record = join(home, 'shown')
  const bus = await startSessionBus()
  const env = { DBUS_SESSION_BUS_ADDRESS: bus.address }
  const service = spawn('dunst', ['-conf', configured(home, record)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  service.stderr.on('data', (data: Buffer) => {
    said += data.toString()
  })
  const stop = (): void => {
    service.kill('SIGTERM')
    bus.stop()
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
  if (!(await answers(env))) {
    stop()
    throw new Error(`dunst took no part in the bus: ${said}`)
  }
  return {
    env,
    shown: () => (existsSync(record) ? readFileSync(record, 'utf8').trim().split('\n').map(entry) : []),
    click: () => {
      for (const done of ['action', 'close-all'])
        expectDone(spawnSync('dunstctl', [done], { env: { ...process.env, ...env } }))
    },
    stop,
  }
}

/** Nothing goes away by itself, and each notification that is shown is written down by a script of dunst's own. */
function configured(home: string, record: string): string {
  const script = join(home, 'record.sh')
  const line = '"$DUNST_SUMMARY" "$DUNST_BODY" "$DUNST_APP_NAME"'
  writeFileSync(script, `#!/bin/sh\nprintf '%s\\t%s\\t%s\\n' ${line} >> '${record}'\n`)
  chmodSync(script, 0o700)
  const configuration = join(home, 'dunstrc')
  const forAll = ['[urgency_low]', '[urgency_normal]', '[urgency_critical]'].flatMap((one) => [
    one,
    'timeout = 0',
  ])
  writeFileSync(configuration, [...forAll, '[record]', 'summary = "*"', `script = ${script}`, ''].join('\n'))
  return configuration
}

function entry(line: string): ShownNotification {
  const [title = '', body = '', program = ''] = line.split('\t')
  return { title, body, program }
}

/** Whether the service answers on the bus; it is asked until it does. */
async function answers(env: Record<string, string>): Promise<boolean> {
  const late = Date.now() + 60_000
  const names = ['--dest=org.freedesktop.Notifications', '/org/freedesktop/Notifications']
  const asked = ['--session', '--print-reply', ...names, 'org.freedesktop.Notifications.GetServerInformation']
  while (Date.now() < late) {
    if (spawnSync('dbus-send', asked, { env: { ...process.env, ...env } }).status === 0) return true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
}

function expectDone({ status, stderr }: { status: number | null; stderr: Buffer }): void {
  if (status !== 0) throw new Error(`dunstctl failed: ${stderr.toString()}`)
}
