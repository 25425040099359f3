import type { createFrame, Frame, FrameFailure, FrameStatus } from '../../src/frames/createFrame'

/** A frame without a browser. The test decides whether it loads. */
export interface FakeFrame extends Frame {
  status: FrameStatus
  failure: FrameFailure | undefined
  readonly destroyed: boolean
  /** The frame has fired `load`, is slow, or has failed. */
  become: (status: FrameStatus, failure?: FrameFailure) => void
}

/** Creates frames that a test controls. `frames` has all of them, the newest last. */
export function fakeFrames(): { make: typeof createFrame; frames: FakeFrame[] } {
  const frames: FakeFrame[] = []
  const make = (url: string) => {
    let destroyed = false
    const frame: FakeFrame = {
      url,
      status: 'loading',
      failure: undefined,
      onChange: undefined,
      get destroyed() {
        return destroyed
      },
      show() {
        if (destroyed) throw new Error('A destroyed frame was shown.')
      },
      hide: () => true,
      destroy() {
        destroyed = true
        frame.onChange = undefined
      },
      become(status, failure) {
        frame.status = status
        frame.failure = failure
        frame.onChange?.()
      },
    }
    frames.push(frame)
    return frame
  }
  return { make, frames }
}
