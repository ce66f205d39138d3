/** Put in by the build: `true` only while `npm run dev` builds and serves. */
declare const __DEVELOPMENT__: boolean

/** The dev server's page during `npm run dev`; `null` in every build, whatever the environment says. */
export function developmentPage(): { url: string; origin: string } | null {
  const url = process.env['ELECTRON_RENDERER_URL']
  return __DEVELOPMENT__ && url !== undefined ? { url, origin: new URL(url).origin } : null
}
