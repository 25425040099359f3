// One element for the page, as long as the page has a frame. If it were added and removed at each render, every
// MutationObserver of the host would run.
let container: HTMLElement | undefined
let frames = 0

/** The element that holds hidden frames, unseen and unrecorded. Each frame enters once and leaves once. */
export const hiddenContainer = {
  enter(): HTMLElement {
    frames += 1
    if (!container?.isConnected) {
      container = document.createElement('div')
      container.hidden = true
      container.setAttribute('data-seam-portal', 'park')
      // Session recorders must not record these frames: PostHog and FullStory, Sentry, Datadog, Hotjar.
      container.className = 'ph-no-capture fs-exclude'
      container.setAttribute('data-sentry-block', '')
      container.setAttribute('data-dd-privacy', 'hidden')
      container.setAttribute('data-hj-suppress', '')
      document.body.append(container)
    }
    return container
  },
  leave(): void {
    frames -= 1
    if (frames) return
    container?.remove()
    container = undefined
  },
}
