import type { TFunction } from 'i18next'

/** Words of the Models view and of the shared widgets. */
export type Translate = TFunction<['models', 'ui']>
