import type { ReactNode } from 'react'
import { Dialog } from '../../ui/dialog.tsx'

type ConfirmDialogProps = {
  question: string
  meaning: string
  yes: string
  no: string
  onYes: () => void
  onClose: () => void
}

/** Asks once more before something that cannot be taken back. The harmless answer has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  return (
    <Dialog label={props.question} onClose={props.onClose}>
      <div className="confirm">
        <h2>{props.question}</h2>
        <p>{props.meaning}</p>
        <div className="notice-actions">
          <button type="button" className="link-button" data-autofocus onClick={props.onClose}>
            {props.no}
          </button>
          <button type="button" className="link-button" onClick={props.onYes}>
            {props.yes}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
