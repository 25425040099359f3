// One for the page, as long as there is a frame on it: an element that came and went with every rendering would wake
// whatever watches the page.
let home: HTMLElement | undefined
let frames = 0

/** Where a frame of ours can be without being seen or recorded. Each frame enters once, and leaves when it ends. */
export const backstage = {
  enter(): HTMLElement {
    frames += 1
    if (!home?.isConnected) {
      home = document.createElement('div')
      home.hidden = true
      home.setAttribute('data-seam-portal', 'park')
      // What records sessions must not record these either.
      home.className = 'ph-no-capture fs-exclude'
      home.setAttribute('data-sentry-block', '')
      home.setAttribute('data-dd-privacy', 'hidden')
      home.setAttribute('data-hj-suppress', '')
      document.body.append(home)
    }
    return home
  },
  leave(): void {
    frames -= 1
    if (frames) return
    home?.remove()
    home = undefined
  },
}
