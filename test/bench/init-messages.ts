import { initMessages } from '../../renderer/messages/index.ts'

// Before any view is loaded, which adds its own texts.
initMessages()
