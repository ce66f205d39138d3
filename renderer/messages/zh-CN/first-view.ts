import { app } from './app.ts'
import { models } from './models.ts'
import { ui } from './ui.ts'

/** What the frame and the first view need, in one piece: the first frame waits for it. */
export const firstView = { app, ui, models } as const
