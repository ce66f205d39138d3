import { COMMAND_KEYS, type CommandId } from '../../../shared/desktop/commands.ts'

const isMac = navigator.userAgent.includes('Mac')

/** The key of a command as it is written on keys, part by part; empty when it has none. */
export function keyNames(command: CommandId): string[] {
  const key: string | null = COMMAND_KEYS[command]
  if (key === null) return []
  return key.split('+').map((part) => {
    if (part === 'Mod') return isMac ? '⌘' : 'Ctrl'
    return part === 'Plus' ? '+' : part === '-' ? '−' : part
  })
}
