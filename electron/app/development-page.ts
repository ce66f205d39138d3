import { app } from 'electron'

/** The dev server's page during `npm run dev`; `null` in every build, whatever the environment says. */
export function developmentPage(): { url: string; origin: string } | null {
  const url = process.env['ELECTRON_RENDERER_URL']
  if (app.isPackaged || process.env['NODE_ENV_ELECTRON_VITE'] !== 'development' || url === undefined)
    return null
  return { url, origin: new URL(url).origin }
}
