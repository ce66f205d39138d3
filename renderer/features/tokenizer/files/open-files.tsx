import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { chosenFiles } from './dropped-files.ts'
import type { NamedFile } from './file-runs.ts'

/** Two buttons that open the system's choosers: for files, and for everything in a folder. */
export function OpenFiles({ onFiles }: { onFiles: (files: NamedFile[]) => void }): ReactNode {
  const { t } = useTranslation('tokenizer')
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const take = (input: HTMLInputElement) => {
    onFiles(chosenFiles(input.files))
    // The same file can be chosen again.
    input.value = ''
  }
  return (
    <>
      <Button onClick={() => files.current?.click()}>{t('openFiles')}</Button>
      <Button onClick={() => folder.current?.click()}>{t('openFolder')}</Button>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={t('openFiles')}
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={(input) => {
          folder.current = input
          // Not among React's attributes: it makes the chooser one for folders.
          input?.setAttribute('webkitdirectory', '')
        }}
        type="file"
        hidden
        aria-label={t('openFolder')}
        onChange={(event) => take(event.currentTarget)}
      />
    </>
  )
}
