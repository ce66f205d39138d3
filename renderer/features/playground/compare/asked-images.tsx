import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useRpc } from '../../../rpc.ts'

/** The images that all were shown with the prompt, each once. */
export function AskedImages({ hashes }: { hashes: readonly string[] }): ReactNode {
  const { t } = useTranslation('playground')
  if (hashes.length === 0) return null
  return (
    <ul className="asked-images" aria-label={t('compare.images')}>
      {[...new Set(hashes)].map((hash, at) => (
        <li key={hash}>
          <AskedImage hash={hash} number={at + 1} />
        </li>
      ))}
    </ul>
  )
}

function AskedImage({ hash, number }: { hash: string; number: number }): ReactNode {
  const { t } = useTranslation('playground')
  const { query } = useRpc()
  const { data, isError } = useQuery(
    query.images.read.queryOptions({ input: { hash }, staleTime: Number.POSITIVE_INFINITY }),
  )
  if (data === undefined)
    return isError ? <p className="quiet">{t('compare.imageGone')}</p> : <span className="image-place" />
  return <img src={`data:${data.type};base64,${data.base64}`} alt={t('compare.image', { number })} />
}
