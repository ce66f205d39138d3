import { compareCatalogs } from '../../shared/catalog/changes.ts'
import type { CatalogChanges, ImageModelChanges } from '../../shared/catalog/changes-schema.ts'
import { compareImageModels } from '../../shared/catalog/image-changes.ts'
import { parseLanguageModels } from '../../shared/catalog/language-model.ts'
import type { LanguageModel } from '../../shared/catalog/model.ts'
import { isUnread } from './list-digests.ts'
import type { StoredCatalog } from './ports.ts'

export type Lists = Pick<StoredCatalog, 'models' | 'imageModels' | 'problems'>

/**
 * What became different from one reading to another. A list that one of them could not read is left out of both sides:
 * what only `/v1/models` knows would otherwise seem to come and go with it.
 */
export function compareReadings(
  before: Lists,
  after: Lists,
): { changes: CatalogChanges; imageChanges: ImageModelChanges | null } {
  const [then, now] = sameSources(before, after)
  const noImages = [before, after].some(({ problems }) => isUnread(problems, 'image-generation-models'))
  return {
    changes: compareCatalogs(then, now),
    imageChanges: noImages ? null : compareImageModels(before.imageModels, after.imageModels),
  }
}

function sameSources(before: Lists, after: Lists): [LanguageModel[], LanguageModel[]] {
  const alone = [before, after].some(({ problems }) => isUnread(problems, 'models'))
  return alone ? [unjoined(before), unjoined(after)] : [before.models, after.models]
}

/** The models as `/v1/language-models` alone has them. */
function unjoined({ models }: Lists): LanguageModel[] {
  return parseLanguageModels(models.map(({ raw }) => raw)).models
}
