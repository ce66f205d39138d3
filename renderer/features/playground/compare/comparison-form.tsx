import { Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LanguageModel } from '../../../../shared/catalog/model.ts'
import { isTextOnly } from '../../../../shared/catalog/text-only.ts'
import type { Comparison } from '../../../../shared/contract/comparisons.ts'
import type { ChatSetup } from '../../../../shared/contract/conversation.ts'
import type { Failure } from '../../../../shared/contract/failure.ts'
import type { StoredImage } from '../../../../shared/contract/message.ts'
import { failureOfError, useRpc } from '../../../rpc.ts'
import { Button } from '../../../ui/button.tsx'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { askedOf } from '../asked-of.ts'
import { ImageStrip } from '../composer/image-strip.tsx'
import { useImages } from '../composer/use-images.ts'
import { imagesToUse } from '../cost/use-prompt-facts.ts'
import { allowFiles, dropImages, pasteImages } from '../given-files.ts'
import { readCap } from './read-cap.ts'
import { SetupColumn } from './setup-column.tsx'

const FEWEST = 2
const MOST = 4

type ComparisonFormProps = {
  models: readonly LanguageModel[]
  setup: ChatSetup
  onStarted: (comparison: Comparison) => void
}

/** The prompt, who is asked with what, and the most that all may cost together. */
export function ComparisonForm({ models, setup, onStarted }: ComparisonFormProps): ReactNode {
  const { t } = useTranslation('playground')
  const { client } = useRpc()
  const [text, setText] = useState('')
  const [system, setSystem] = useState('')
  const [cap, setCap] = useState('')
  const [columns, setColumns] = useState<readonly ChatSetup[]>(() => [setup, otherModel(setup, models)])
  const [images, setImages] = useState<readonly StoredImage[]>([])
  const textOnly = columns.some(({ model }) => isTextOnly(model, models))
  const files = useImages(textOnly, (image) =>
    setImages((before) => [...before.filter(({ hash }) => hash !== image.hash), image]),
  )
  const [asking, setAsking] = useState(false)
  const [failure, setFailure] = useState<{ failure: Failure | null } | null>(null)
  const limit = readCap(cap)
  const blank = text.trim() === '' && images.length === 0
  const ready = !blank && limit !== 'wrong' && !asking
  const start = async () => {
    if (!ready) return
    setAsking(true)
    setFailure(null)
    try {
      const requestId = crypto.randomUUID()
      const asked = {
        requestId,
        system,
        text,
        images: imagesToUse({ images }),
        columns: [...columns],
        cap: limit,
      }
      onStarted(await client.comparisons.start(asked))
    } catch (error) {
      setFailure({ failure: failureOfError(error) })
    } finally {
      setAsking(false)
    }
  }
  return (
    <form
      className="comparison-form"
      onDragOver={allowFiles}
      onDrop={(event) => dropImages(event, files.add)}
      onSubmit={(event) => {
        event.preventDefault()
        void start()
      }}
    >
      <Textarea
        label={t('compare.prompt')}
        rows={3}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={(event) => pasteImages(event, files.add)}
      />
      <ImageStrip
        images={images}
        refused={files.refused}
        onFiles={files.add}
        onRemove={(hash) => setImages(images.filter((image) => image.hash !== hash))}
      />
      <Textarea
        label={t('compare.system')}
        rows={1}
        dir="auto"
        value={system}
        onChange={(event) => setSystem(event.currentTarget.value)}
      />
      <div className="comparison-setups">
        {columns.map((column, place) => (
          <SetupColumn
            // biome-ignore lint/suspicious/noArrayIndexKey: the place of a column is its identity
            key={place}
            number={place + 1}
            models={models}
            setup={column}
            onChange={(next) => setColumns(columns.map((one, at) => (at === place ? next : one)))}
            onDrop={
              columns.length > FEWEST ? () => setColumns(columns.filter((_, at) => at !== place)) : null
            }
          />
        ))}
      </div>
      <div className="message-actions">
        {columns.length < MOST && (
          <Button onClick={() => setColumns([...columns, otherModel(columns.at(-1) ?? setup, models)])}>
            {t('compare.add')}
          </Button>
        )}
        <TextInput
          aria-label={t('compare.cap')}
          placeholder={t('compare.cap')}
          size="xs"
          value={cap}
          error={limit === 'wrong' ? t('compare.capWrong') : null}
          onChange={(event) => setCap(event.currentTarget.value)}
        />
        <button type="submit" className="link-button primary" disabled={!ready}>
          {t('compare.run')}
        </button>
      </div>
      {failure !== null && <FailureNotice failure={failure.failure} asked={askedOf(columns[0] ?? setup)} />}
    </form>
  )
}

/** The model after this one in the list; the same when there is no other. */
function otherModel(setup: ChatSetup, models: readonly LanguageModel[]): ChatSetup {
  const at = models.findIndex(({ id }) => id === setup.model)
  return { ...setup, model: models[(at + 1) % Math.max(1, models.length)]?.id ?? setup.model }
}
