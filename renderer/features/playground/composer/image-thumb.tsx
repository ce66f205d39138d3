import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { tokensOfImage } from '../../../../shared/compare/image-tokens.ts'
import type { StoredImage } from '../../../../shared/contract/message.ts'
import { useRpc } from '../../../rpc.ts'
import { countText } from '../../../ui/number-text.ts'

/** A stored image with its size and what it is likely to count, by the formula of each era. */
export function ImageThumb({ image, children }: { image: StoredImage; children?: ReactNode }): ReactNode {
  const { t, i18n } = useTranslation('playground')
  const { query } = useRpc()
  const { data } = useQuery(
    query.images.read.queryOptions({ input: { hash: image.hash }, staleTime: Number.POSITIVE_INFINITY }),
  )
  const { width, height } = image
  const tokens = (formula: 'patches-32' | 'tiles-448') =>
    countText(tokensOfImage({ width, height, formula }), i18n.language)
  return (
    <figure className="image-thumb">
      {data === undefined ? (
        <span className="image-place" />
      ) : (
        <img
          src={`data:${data.type};base64,${data.base64}`}
          alt={t('images.alt', { width, height })}
          width={56}
          height={56}
        />
      )}
      <figcaption>
        <span>{t('images.size', { width, height })}</span>
        <span className="quiet" title={t('images.formulas')}>
          {t('images.tokens', { now: tokens('patches-32'), before: tokens('tiles-448') })}
        </span>
        {children}
      </figcaption>
    </figure>
  )
}
