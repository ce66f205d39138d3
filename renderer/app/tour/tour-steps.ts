import type { ViewName } from '../views.ts'

/** `target`: what the step points at, as a selector; where it is not there, the view's link is pointed at. */
export type TourStep = {
  id: 'models' | 'unit' | 'compare' | 'playground' | 'usage' | 'api-key'
  view: ViewName
  target: string
}

/** The tour in its order. tour.test.tsx and the end-to-end test hold that each target is there. */
export const TOUR_STEPS: readonly [TourStep, ...TourStep[]] = [
  { id: 'models', view: 'models', target: '.model-table' },
  { id: 'unit', view: 'models', target: '.models-toolbar .segmented' },
  { id: 'compare', view: 'compare', target: '.choose' },
  { id: 'playground', view: 'playground', target: '.cost-card' },
  { id: 'usage', view: 'usage', target: '.usage-panel' },
  { id: 'api-key', view: 'api-key', target: 'input[type="password"]' },
]
