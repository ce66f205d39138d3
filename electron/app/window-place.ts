import type { Bounds } from './saved-view.ts'

/** A part of a screen that windows may cover, in device-independent pixels. */
export type Area = { x: number; y: number; width: number; height: number }
/** Without `x` and `y`: in the middle of the main screen. */
export type Place = { x?: number; y?: number; width: number; height: number; maximized: boolean }

export const SMALLEST = { width: 800, height: 560 }
const FIRST = { width: 1280, height: 800 }

/**
 * Where the window opens: as it was left, unless that screen is gone or has become smaller. `areas` are those of all
 * screens, the main one first.
 */
export function placeOf(saved: Bounds | null, areas: readonly Area[]): Place {
  const { width, height, maximized } = saved ?? { ...FIRST, maximized: false }
  const area = saved === null ? undefined : areas.find((one) => isSeen(saved, one))
  const fitting = fitted({ width, height }, area ?? areas[0])
  if (saved === null || area === undefined) return { ...fitting, maximized }
  const isWhole = fitting.width === width && fitting.height === height
  const { x, y } = isWhole ? saved : area
  return { ...fitting, x, y, maximized }
}

/** So much of it is on the screen that it can be seen and taken hold of. */
function isSeen(bounds: Bounds, area: Area): boolean {
  const across = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
  const down = Math.min(bounds.y + bounds.height, area.y + area.height) - Math.max(bounds.y, area.y)
  return across > 100 && down > 60
}

function fitted(size: typeof FIRST, area: Area | undefined): typeof FIRST {
  const within = (wanted: number, most: number, least: number) => Math.max(Math.min(wanted, most), least)
  return {
    width: within(size.width, area?.width ?? size.width, SMALLEST.width),
    height: within(size.height, area?.height ?? size.height, SMALLEST.height),
  }
}
