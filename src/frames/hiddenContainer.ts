// One for the page, as long as there is a frame on it: an element that came and went at each render would wake every
// MutationObserver of the host.
let container: HTMLElement | undefined
let frames = 0

/** The element where a frame of ours can wait without being seen or recorded. Each frame enters once, and leaves once. */
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
