/** Switches that a start from this repository needs. Root cannot use Chromium's sandbox; packages never get this. */
export function electronArguments(userData: string | null): string[] {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  return [...(asRoot ? ['--no-sandbox'] : []), ...(userData === null ? [] : [`--user-data-dir=${userData}`])]
}
