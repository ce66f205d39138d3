import { usePreferences } from '../../app/use-preferences.ts'

/** Height of a row in px, as in models.css. */
const ROW_HEIGHT = { comfortable: 36, compact: 28 } as const

/** How close the rows stand. */
export function useDensity(): { density: keyof typeof ROW_HEIGHT; rowHeight: number } {
  const { density } = usePreferences().preferences
  return { density, rowHeight: ROW_HEIGHT[density] }
}
