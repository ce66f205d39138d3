import { createHmac } from 'node:crypto'
import type { Target } from './ports.ts'

const BYTES = 2

/**
 * Tells a list that one key may see from that of the key before it (reference 2.1), also where the key itself is never
 * written. Cut to 16 bits on purpose: an honest check for the app, but fewer bits than the last four characters that are
 * shown anyway, so that whoever reads it cannot confirm a guessed key. `null` for the demo, whose key is new each time.
 */
export function keyMarkOf(target: Target): string | null {
  if (target.demo) return null
  return createHmac('sha256', target.key).update(target.baseUrl).digest().subarray(0, BYTES).toString('hex')
}
