import { commandsWithKeys, SHORTCUTS } from '../renderer/app/palette/shortcuts.ts'
import { desktop } from '../renderer/messages/en/desktop.ts'
import { failure } from '../renderer/messages/en/failure.ts'
import { glossary } from '../renderer/messages/en/glossary.ts'
import { numbers } from '../renderer/messages/en/numbers.ts'
import { palette } from '../renderer/messages/en/palette.ts'
import { COMMAND_KEYS } from '../shared/desktop/commands.ts'

const MADE = '<!-- Made by `npm run guide` from the words of the app. -->'

/** The pages of docs/guide that say the same as the app, by their names: made of the very words it shows. */
export function guidePages(): Record<string, string> {
  return {
    'glossary.md': glossaryPage(),
    'keyboard-shortcuts.md': shortcutsPage(),
    'troubleshooting.md': troubleshootingPage(),
  }
}

function glossaryPage(): string {
  const words = Object.values(glossary).map(({ name, meaning }) => `- **${name}**: ${meaning}`)
  const kinds = Object.values(numbers).map(
    ({ name, meaning, formula }) => `- **${name}**: ${meaning} *${formula}*`,
  )
  return page('Glossary', [
    'The same glossary is in the app: **Glossary** in the command palette or in the panel **What is this?**.',
    '## Words',
    words.join('\n'),
    '## Numbers on screen',
    'In italics: how the number comes about. The panel **What is this?** adds where it is from and how old that is.',
    kinds.join('\n'),
  ])
}

function shortcutsPage(): string {
  const names: Readonly<Record<string, string>> = desktop.commands
  const commands = commandsWithKeys().map(
    (id) => `| ${keyText((COMMAND_KEYS[id] ?? '').split('+'))} | ${names[id] ?? id} |`,
  )
  const places = Object.entries(SHORTCUTS).map(([place, keys]) => {
    const texts: Readonly<Record<string, string>> =
      Object.entries(palette.sheet).flatMap(([name, group]) =>
        name === place && typeof group === 'object' ? [group] : [],
      )[0] ?? {}
    const rows = Object.entries(keys).map(([name, parts]) => `| ${keyText(parts)} | ${texts[name] ?? ''} |`)
    return [`## ${texts['title'] ?? place}`, ['| key | what it does |', '|---|---|', ...rows].join('\n')]
  })
  return page('Keyboard shortcuts', [
    '`?` shows this list in the app. On macOS, Ctrl is Command.',
    `## ${palette.groups.actions}`,
    ['| key | what it does |', '|---|---|', ...commands].join('\n'),
    ...places.flat(),
    'Everything can be reached with Tab and the arrow keys as well. Ctrl+K finds every action by its name.',
  ])
}

function keyText(parts: readonly string[]): string {
  return `\`${parts.map((part) => (part === 'Mod' ? 'Ctrl' : part === 'Plus' ? '+' : part)).join(' + ')}\``
}

function troubleshootingPage(): string {
  const rows = Object.values(failure).map(({ title, next }) => `| ${title} | ${next} |`)
  return page('Troubleshooting by message', [
    'What the app says when something fails, and what to do. **Copy details** in the notice copies the facts of the failure, without any key in them.',
    ['| message | what to do |', '|---|---|', ...rows].join('\n'),
  ])
}

function page(title: string, parts: readonly string[]): string {
  return `${[`# ${title}`, MADE, ...parts].join('\n\n')}\n`
}
