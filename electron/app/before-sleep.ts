import { powerMonitor } from 'electron'

/** Runs `suspend` each time before the computer goes to sleep. */
export function beforeSleep(suspend: () => void): void {
  powerMonitor.on('suspend', suspend)
}
