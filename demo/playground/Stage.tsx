import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import type { PlaygroundState } from './PlaygroundState'

interface StageProps extends Pick<PlaygroundState, 'theme' | 'direction' | 'width' | 'presentation'> {
  children: ReactNode
}

/** The page around the portal, as wide as chosen. A page that is wider than its place is drawn smaller. */
export function Stage({ theme, direction, width, presentation, children }: StageProps): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState<{ width: number; height: number }>()
  useLayoutEffect(() => {
    const element = place.current
    if (!element) return undefined
    // Hidden places have no width, and keep the last one.
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element
      if (width) setRoom({ width, height })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const isInline = presentation === 'inline'
  const scale = isInline && room ? Math.min(1, room.width / width) : 1

  return (
    <div className="pg-stage" data-theme={theme || undefined} dir={direction}>
      <div className="pg-place" ref={place}>
        <div
          className="pg-page"
          style={
            isInline && room
              ? { width, height: Math.floor(room.height / scale), ...(scale < 1 && { scale: String(scale) }) }
              : undefined
          }
        >
          {children}
        </div>
      </div>
      {scale < 1 && (
        <p className="pg-scale" dir="ltr">
          {width} px, drawn at {Math.round(scale * 100)} %
        </p>
      )}
    </div>
  )
}
