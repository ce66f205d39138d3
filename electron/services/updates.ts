import { z } from 'zod'
import { failureOf } from '../../shared/contract/failure.ts'
import type { UpdateOutcome, UpdateState } from '../../shared/contract/updates.ts'
import { jsonOf } from '../../shared/json-of.ts'
import type { Log } from './log.ts'
import { type Clock, ServiceFailure, type SettingsStore } from './ports.ts'
import { readUrl } from './read-url.ts'

/** What is taken of the description of a release, as GitHub gives it. Everything in it is untrusted. */
const Release = z.object({
  tag_name: z.string().regex(/^v?\d{1,5}\.\d{1,5}\.\d{1,5}$/),
  html_url: z.string().max(500),
  published_at: z.iso.datetime().nullish(),
  draft: z.boolean().optional(),
  prerelease: z.boolean().optional(),
})

export type UpdatesPorts = {
  /** Where the latest release is described; `null` in a build that was not made for release. */
  address: string | null
  version: string
  /** Throws `ServiceFailure` for what the network refuses. No redirect, no cookies, at most 1 MB. */
  fetchText: (
    url: string,
    headers: Readonly<Record<string, string>>,
  ) => Promise<{ status: number; text: string }>
  settings: SettingsStore
  clock: Pick<Clock, 'now'>
  /** Whether the person chose the daily look. */
  isDaily: () => boolean
  log: Pick<Log, 'write'>
}

export type UpdatesService = {
  read(): UpdateState
  /** Throws `ServiceFailure`: `not-found` without an address, `malformed-answer`, and what the network refuses. */
  check(): Promise<UpdateState>
  /** Looks when a day has passed and the person wants it; never throws. */
  checkIfDue(): Promise<void>
}

const SETTING = 'last-update-check'
const DAY_MS = 24 * 60 * 60 * 1000
const Stored = z.object({
  at: z.number(),
  version: z.string(),
  link: z.string(),
  publishedAt: z.string().nullable(),
})

/** Looks whether there is a newer version: one GET with the app's name and version, nothing else, never a download. */
export function createUpdates(ports: UpdatesPorts): UpdatesService {
  const { address, version, settings, clock, log } = ports

  function read(): UpdateState {
    return { address, version, sends: userAgent(version), last: lastOutcome() }
  }
  function lastOutcome(): UpdateOutcome | null {
    const stored = Stored.safeParse(jsonOf(settings.get(SETTING)))
    if (!stored.success) return null
    const { at, link, publishedAt } = stored.data
    const isNewer = isNewerThan(stored.data.version, version)
    return { kind: isNewer ? 'newer' : 'current', at, version: stored.data.version, link, publishedAt }
  }
  async function check(): Promise<UpdateState> {
    if (address === null) throw new ServiceFailure(failureOf('not-found'))
    const headers = { accept: 'application/json', 'user-agent': userAgent(version) }
    const { status, text } = await ports.fetchText(address, headers)
    if (status !== 200)
      throw new ServiceFailure(failureOf(status === 404 ? 'not-found' : 'unavailable', { status }))
    const release = Release.safeParse(jsonOf(text))
    const link = release.success ? safeLink(release.data.html_url, address) : null
    if (!release.success || link === null || release.data.draft === true || release.data.prerelease === true)
      throw new ServiceFailure(failureOf('malformed-answer', { status }))
    const found = {
      at: clock.now(),
      version: release.data.tag_name.replace(/^v/, ''),
      link,
      publishedAt: release.data.published_at ?? null,
    }
    settings.set(SETTING, JSON.stringify(found))
    return read()
  }
  return {
    read,
    check,
    async checkIfDue() {
      const last = lastOutcome()
      if (address === null || !ports.isDaily() || (last !== null && clock.now() - last.at < DAY_MS)) return
      try {
        const { last: found } = await check()
        log.write('info', 'update-check', { found: found?.kind ?? 'nothing' })
      } catch (error) {
        const code = error instanceof ServiceFailure ? error.failure.code : 'bug'
        log.write('warn', 'update-check', { code })
      }
    },
  }
}

/** All that a server learns of us beyond the address we ask from. */
function userAgent(version: string): string {
  return `Tokenbook/${version}`
}

/** A page of the same publisher: of the host the description came from, or of GitHub when that is its API. */
function safeLink(link: string, address: string): string | null {
  const url = readUrl(link)
  const from = readUrl(address)
  if (url === null || from === null || url.protocol !== 'https:' || url.username !== '') return null
  const host = from.host === 'api.github.com' ? 'github.com' : from.host
  const [, , owner = '', name = ''] = from.pathname.split('/')
  const isOfProject = from.host !== 'api.github.com' || url.pathname.startsWith(`/${owner}/${name}/`)
  return url.host === host && isOfProject ? url.href : null
}

function isNewerThan(found: string, ours: string): boolean {
  const parts = (text: string) => text.split('.').map(Number)
  const theirs = parts(found)
  for (const [index, part] of parts(ours).entries()) {
    const other = theirs[index] ?? 0
    if (other !== part) return other > part
  }
  return false
}
