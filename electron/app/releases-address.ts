/** Set by the build: the address of the description of the latest release, or `null` outside a release build. */
declare const __RELEASES__: string | null

export const RELEASES_ADDRESS: string | null = __RELEASES__
