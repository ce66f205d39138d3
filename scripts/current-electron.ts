import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { projectFolder } from './project-folder.ts'

const Manifest = z.object({ devDependencies: z.object({ electron: z.string() }) })

/** The exact version of Electron that packages for users are made with. */
export function pinnedElectron(): string {
  const manifest = readFileSync(join(projectFolder, 'package.json'), 'utf8')
  return Manifest.parse(JSON.parse(manifest)).devDependencies.electron
}

/** Asks the registry for the latest stable version. Throws when it does not answer. */
export function latestElectron(): string {
  const done = spawnSync('npm', ['view', 'electron', 'dist-tags.latest'], {
    cwd: projectFolder,
    encoding: 'utf8',
    timeout: 60_000,
  })
  const version = `${done.stdout}`.trim()
  if (done.status === 0 && /^\d+\.\d+\.\d+$/.test(version)) return version
  throw new Error(`npm could not tell the latest Electron: ${`${done.stderr}`.trim().slice(-500)}`)
}

/** Electron mends the latest three stable majors (its docs/tutorial/electron-timelines.md). `null`: all is well. */
export function electronAgeProblem(pinned: string, latest: string): string | null {
  if (!/^\d+\.\d+\.\d+$/.test(pinned)) return `electron must be pinned to one version, not ${pinned}`
  const behind = majorOf(latest) - majorOf(pinned)
  return behind > 2 ? `Electron ${pinned} gets no security fixes any more; the latest is ${latest}` : null
}

function majorOf(version: string): number {
  return Number(version.split('.')[0])
}
