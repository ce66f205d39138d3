/** What a system in this language hands to a program that it starts. */
export const CHINESE_SYSTEM = { LANGUAGE: 'zh_CN', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' }
export const ENGLISH_SYSTEM = { LANGUAGE: 'en_US', LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' }

/**
 * A time zone in which it is noon at `now` (UTC ms): what is spent while a test file runs is spent on one day of one
 * month, also when it runs at midnight or on the last of a month. POSIX counts these zones westwards.
 */
export function zoneAtNoon(now: number): string {
  const west = new Date(now).getUTCHours() - 12
  return west < 0 ? `Etc/GMT${west}` : `Etc/GMT+${west}`
}
