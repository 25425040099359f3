import type { SyntheticEvent } from 'react'

const ENDED =
  'PointerDown PointerMove PointerUp PointerCancel PointerOver PointerOut GotPointerCapture LostPointerCapture MouseDown MouseMove MouseUp MouseOver MouseOut TouchStart TouchMove TouchEnd TouchCancel Click DoubleClick AuxClick ContextMenu KeyDown KeyPress KeyUp Drag DragStart DragEnd DragEnter DragOver DragLeave DragExit Drop'.split(
    ' ',
  )

/**
 * Stops events at the dialog. React passes the events of a React portal to the part's ancestors, so a row or a link
 * around a launcher would handle a press on the dialog. Focus, blur and all captured events still reach them.
 */
export function endEvents<Props extends object>(props: Props): Props {
  const ended = { ...props } as Record<string, unknown>
  for (const name of ENDED) {
    const handle = ended[`on${name}`] as ((event: SyntheticEvent) => void) | undefined
    ended[`on${name}`] = (event: SyntheticEvent) => {
      handle?.(event)
      // Radix needs the pointer event at the document, so stop it in React's tree only.
      if (event.type.startsWith('pointer')) event.isPropagationStopped = () => true
      else event.stopPropagation()
    }
  }
  return ended as Props
}
