import { app } from './en/app.ts'
import { models } from './en/models.ts'
import { ui } from './en/ui.ts'

/** One namespace per feature. These come with the page: its frame and its first view need them. */
export const firstEnglish = { app, ui, models } as const
