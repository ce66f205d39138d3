import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { guidePages } from './guide-pages.ts'
import { projectFolder } from './project-folder.ts'

/** `npm run guide`: writes the pages of docs/guide that are made of the app's own words. */
for (const [name, text] of Object.entries(guidePages())) {
  writeFileSync(join(projectFolder, 'docs', 'guide', name), text)
}
