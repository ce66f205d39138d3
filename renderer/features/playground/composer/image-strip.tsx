import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoredImage } from '../../../../shared/contract/message.ts'
import { Button } from '../../../ui/button.tsx'
import { ImageThumb } from './image-thumb.tsx'
import type { RefusedImage } from './use-images.ts'

type ImageStripProps = {
  images: readonly StoredImage[]
  refused: readonly RefusedImage[]
  onFiles: (files: readonly File[]) => void
  onRemove: (hash: string) => void
}

/** The images of the draft, the way to choose more, and why a file was not taken. */
export function ImageStrip({ images, refused, onFiles, onRemove }: ImageStripProps): ReactNode {
  const { t } = useTranslation('playground')
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <div className="image-strip">
      <input
        ref={chooser}
        type="file"
        accept="image/png,image/jpeg"
        multiple
        hidden
        aria-label={t('images.choose')}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      <Button onClick={() => chooser.current?.click()}>{t('images.add')}</Button>
      {images.length > 0 && (
        <ul aria-label={t('images.label')}>
          {images.map((image) => (
            <li key={image.hash}>
              <ImageThumb image={image}>
                <Button kind="plain" onClick={() => onRemove(image.hash)}>
                  {t('images.remove')}
                </Button>
              </ImageThumb>
            </li>
          ))}
        </ul>
      )}
      <div role="status" className="image-refusals">
        {refused.map(({ name, why }) => (
          <p key={`${name} ${why}`} className="warn">
            {t(`images.refused.${why}`, { name })}
          </p>
        ))}
      </div>
    </div>
  )
}
