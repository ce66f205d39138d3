/** Minutes east of UTC on this computer at that time (UTC ms). */
export function utcOffset(at: number): number {
  return -new Date(at).getTimezoneOffset()
}
