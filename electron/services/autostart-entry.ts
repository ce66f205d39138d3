/**
 * A desktop entry for a Linux autostart folder. Arguments are quoted as the Desktop Entry Specification asks: in double
 * quotes with `"`, `` ` ``, `$` and `\` escaped, the backslashes once more because the value is a string, `%` doubled.
 */
export function autostartEntry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Tokenbook',
    `Exec=${command.map(quoted).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}

function quoted(argument: string): string {
  const escaped = argument
    .replace(/["`$\\]/g, '\\$&')
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%')
  return `"${escaped}"`
}
