import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { commandIds } from '../desktop/commands.ts'
import { NATIVE_WORD_IDS } from '../desktop/native-words.ts'
import { call } from './failure.ts'

const Command = z.enum(commandIds())

const Word = z.string().min(1).max(120)
const Place = z.strictObject({ label: z.string().max(200), address: z.string().startsWith('/').max(2048) })

/**
 * What the page tells the menus: their words, in the language of the page, and what was used last. The labels of what was
 * used last are untrusted text.
 */
export const MenuContents = z.strictObject({
  commands: z.record(Command, Word),
  words: z.record(z.enum(NATIVE_WORD_IDS), Word),
  recent: z.strictObject({
    conversations: z.array(Place).max(10),
    models: z.array(Place).max(10),
    comparisons: z.array(Place).max(10),
  }),
  /** What is chosen now: shown as such. */
  checked: z.array(Command).max(20),
  /** What cannot be done now. */
  disabled: z.array(Command).max(50),
})
export type MenuContents = z.infer<typeof MenuContents>

/** Somebody chose something in a menu: the page does it. */
export const DesktopEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('command'), command: Command }),
  /** An address of the page that the page itself named as used last. */
  z.strictObject({ kind: z.literal('open'), address: z.string() }),
])
export type DesktopEvent = z.infer<typeof DesktopEvent>

export const desktop = {
  /** From the first call on there are whole menus. */
  setMenu: call.input(MenuContents).output(z.strictObject({})),
  events: call.output(eventIterator(DesktopEvent)),
}
