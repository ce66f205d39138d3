/** Sizes of everything, in percent, as browsers step through them. */
const ZOOM_STEPS: readonly number[] = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200]

/** The next size up (`1`) or down (`-1`), no further than the ends; `0` = as it was. */
export function zoomedBy(percent: number, steps: -1 | 0 | 1): number {
  if (steps === 0) return 100
  const next =
    steps === 1
      ? ZOOM_STEPS.find((step) => step > percent)
      : [...ZOOM_STEPS].reverse().find((step) => step < percent)
  return next ?? (steps === 1 ? 200 : 50)
}
