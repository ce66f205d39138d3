import type { ChatOptions } from '../../shared/contract/chat.ts'
import type { SettingsStore } from './ports.ts'

const DRAIN = 'chat-drain-on-stop'

export type ChatOptionsService = { read(): ChatOptions; change(options: ChatOptions): ChatOptions }

/** Settings of conversations; they decide about money, so they live in the database. */
export function createChatOptions(settings: SettingsStore): ChatOptionsService {
  const read = (): ChatOptions => ({ drainOnStop: settings.get(DRAIN) === 'yes' })
  return {
    read,
    change({ drainOnStop }) {
      settings.set(DRAIN, drainOnStop ? 'yes' : null)
      return read()
    },
  }
}
