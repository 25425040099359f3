import type { SyntheticEvent } from 'react'

const ENDED =
  'PointerDown PointerMove PointerUp PointerCancel PointerOver PointerOut GotPointerCapture LostPointerCapture MouseDown MouseMove MouseUp MouseOver MouseOut TouchStart TouchMove TouchEnd TouchCancel Click DoubleClick AuxClick ContextMenu KeyDown KeyPress KeyUp Drag DragStart DragEnd DragEnter DragOver DragLeave DragExit Drop'.split(
    ' ',
  )

/**
 * Ends events at the dialog. React hands those of a portal on to the part's ancestors, so a row or a link around a
 * launcher would take a press on the dialog for its own. Focus and blur go on, as do all captured events.
 */
export function endEvents<Props extends object>(props: Props): Props {
  const ended = { ...props } as Record<string, unknown>
  for (const name of ENDED) {
    const handle = ended[`on${name}`] as ((event: SyntheticEvent) => void) | undefined
    ended[`on${name}`] = (event: SyntheticEvent) => {
      handle?.(event)
      // Radix forgets a press inside when the document hears of it. So this ends in React's tree alone.
      if (event.type.startsWith('pointer')) event.isPropagationStopped = () => true
      else event.stopPropagation()
    }
  }
  return ended as Props
}
