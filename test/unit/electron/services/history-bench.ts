import { composeCatalog } from '../../../../electron/services/compose-catalog.ts'
import type { Target } from '../../../../electron/services/ports.ts'
import { manualTime } from '../../../support/ports/manual-time.ts'
import { memoryCatalogStore } from '../../../support/ports/memory-catalog-store.ts'
import { memorySettings } from '../../../support/ports/memory-settings.ts'
import { memorySnapshotStore } from '../../../support/ports/memory-snapshot-store.ts'
import { sampleTarget } from '../../../support/ports/sample-target.ts'
import { scriptedWire } from '../../../support/ports/scripted-wire.ts'

export const START = 1_790_000_000_000
const xai = sampleTarget({ key: 'xai-one' })
export const otherKey: Target = { ...xai, key: 'xai-two' }

const LANGUAGE = '/v1/language-models'
const LISTED = '/v1/models'
const IMAGES = '/v1/image-generation-models'

export const grok4 = { id: 'grok-4-0709', prompt_text_token_price: 30_000, aliases: ['grok-4'] }
export const grok43 = { id: 'grok-4.3', prompt_text_token_price: 12_500, aliases: [] }

/** The catalog's services over one scripted server; `used` are the names that this person has asked for. */
export function historyBench(used: readonly string[] = []) {
  const wire = scriptedWire({
    [LANGUAGE]: { body: { models: [grok4] } },
    [LISTED]: { body: { data: [] } },
    [IMAGES]: { body: { models: [] } },
  })
  const time = manualTime(START)
  const inUse = { target: xai }
  const storage = {
    catalogs: memoryCatalogStore(),
    snapshots: memorySnapshotStore(),
    settings: memorySettings(),
    usedModels: { names: () => [...used] },
  }
  const start = () =>
    composeCatalog({ wire, connection: { target: async () => inUse.target }, clock: time.clock, storage })
  const catalog = start()
  /** The server lists this from now on; a minute later it is read. */
  async function listed(...models: object[]) {
    wire.answers.set(LANGUAGE, { body: { models } })
    time.pass(60_000)
    return catalog.refresh()
  }
  return { catalog, restart: start, wire, time, inUse, storage, listed, LANGUAGE, LISTED, IMAGES }
}
