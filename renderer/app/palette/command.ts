export const COMMAND_GROUPS = [
  'views',
  'actions',
  'recent',
  'conversations',
  'models',
  'connections',
] as const
type CommandGroup = (typeof COMMAND_GROUPS)[number]

/** What a command may open over everything. */
export type ShownDialog = 'palette' | 'shortcuts' | 'diagnostics'

/** One thing the palette can do. */
export type Command = {
  id: string
  group: CommandGroup
  name: string
  /** What it is also found by: aliases, other words for it. */
  words: string
  /** Shown beside the name, such as a key or where it leads. */
  hint: string
  run: () => void
}
