/** Height of the break-even chart in px, kept free before its code is there. */
export const CHART_HEIGHT = 300
