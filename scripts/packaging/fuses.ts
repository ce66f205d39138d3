import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'

/**
 * What each fuse of the package must be, and why (security A3). Cookies are not used, so encrypting them costs nothing;
 * a V8 snapshot is not shipped; WebAssembly traps only make it quicker.
 */
const WANTED: Readonly<Record<keyof typeof FuseV1Options, boolean>> = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
}

type FuseName = keyof typeof FuseV1Options

/** `absent`: this Electron is older than the fuse. */
export type FuseReading = { name: FuseName; wanted: boolean; found: 'on' | 'off' | 'absent' | 'removed' }

/** Every fuse as it is in the binary now. */
export async function readFuses(executable: string): Promise<FuseReading[]> {
  const wire = await getCurrentFuseWire(executable)
  return fuseNames().map((name) => ({
    name,
    wanted: WANTED[name],
    found: nameOf(wire[FuseV1Options[name]]),
  }))
}

/** Those that are not as they must be. `absent` is one of them unless the Electron is known to be older. */
export function wrongFuses(
  readings: readonly FuseReading[],
  { absentIsFine }: { absentIsFine: boolean },
): FuseReading[] {
  return readings.filter(({ wanted, found }) =>
    found === 'absent' ? !absentIsFine : found !== (wanted ? 'on' : 'off'),
  )
}

/** Sets every fuse that the binary has. With `requireAll` a fuse that is not named here fails the package. */
export async function setFuses(executable: string, { requireAll }: { requireAll: boolean }): Promise<void> {
  const readings = await readFuses(executable)
  const states: Partial<Record<FuseV1Options, boolean>> = {}
  for (const { name, wanted, found } of readings) {
    if (requireAll || found === 'on' || found === 'off') states[FuseV1Options[name]] = wanted
  }
  // An app for macOS that is changed starts on Apple silicon only if it is signed again, be it by nobody: where there is
  // a certificate, it signs over this one.
  const common = { version: FuseVersion.V1, resetAdHocDarwinSignature: executable.endsWith('.app') } as const
  // `true` cannot be given with a part of the fuses, and a binary older than a fuse cannot have them all.
  if (isComplete(states)) await flipFuses(executable, { ...common, strictlyRequireAllFuses: true, ...states })
  else await flipFuses(executable, { ...common, ...states })
}

function isComplete(
  states: Partial<Record<FuseV1Options, boolean>>,
): states is Record<FuseV1Options, boolean> {
  return fuseNames().every((name) => states[FuseV1Options[name]] !== undefined)
}

function fuseNames(): FuseName[] {
  const isName = (key: string): key is FuseName => key in WANTED
  return Object.keys(FuseV1Options).filter(isName)
}

function nameOf(state: FuseState | undefined): FuseReading['found'] {
  if (state === FuseState.ENABLE) return 'on'
  if (state === FuseState.DISABLE) return 'off'
  return state === FuseState.REMOVED ? 'removed' : 'absent'
}
