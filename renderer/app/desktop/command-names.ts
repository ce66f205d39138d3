import type { TFunction } from 'i18next'
import type { CommandId } from '../../../shared/desktop/commands.ts'
import { viewNames } from '../views.ts'

/** What a command is called where nothing around it says what it is about: in the palette, in the list of keys. */
export function commandName(t: TFunction<readonly ['desktop', 'app']>, id: CommandId): string {
  const view = viewNames.find((name) => id === `view-${name}`)
  if (view !== undefined) return t('openView', { view: t(`app:views.${view}`) })
  return isNamed(id) ? t(`commands.${id}`) : id
}

type Named = Exclude<CommandId, `view-${string}`>

function isNamed(id: CommandId): id is Named {
  return !id.startsWith('view-')
}
