import { type DragEvent, type ReactNode, useState } from 'react'
import { Icon } from './Icon'

interface DropZoneProps {
  isBusy: boolean
  onFile: (file: File) => void
  onSample: () => void
}

/** Where a file is dropped or chosen. */
export function DropZone({ isBusy, onFile, onSample }: DropZoneProps): ReactNode {
  const [isOver, setIsOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    const [file] = event.dataTransfer.files
    if (file) onFile(file)
  }
  return (
    <div
      className="drop-zone"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <Icon name="import" />
      <p>
        Drop a CSV file with the columns Code, Property, Room, Arrives and Leaves, or{' '}
        <label className="file-link">
          choose one
          <input
            type="file"
            accept=".csv,text/csv"
            className="unseen"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? []
              // So that the same file, mended, can be chosen again.
              currentTarget.value = ''
              if (file) onFile(file)
            }}
          />
        </label>
      </p>
      <button type="button" className="outline" aria-busy={isBusy} disabled={isBusy} onClick={onSample}>
        {isBusy ? 'Reading' : 'Use 100,000 sample rows'}
      </button>
    </div>
  )
}
