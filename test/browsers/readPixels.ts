import type { Host } from './Host'

/** Reads the colours of what the window shows at some points, each as red, green and blue. */
export async function readPixels(
  host: Host,
  points: readonly (readonly [number, number])[],
): Promise<number[][]> {
  const png = (await host.browser.picture()).toString('base64')
  return host.browser.run(
    async (data, at) => {
      const image = new Image()
      image.src = `data:image/png;base64,${data}`
      await image.decode()
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d')
      context?.drawImage(image, 0, 0)
      return at.map(([x, y]) => [...(context?.getImageData(x, y, 1, 1).data ?? [])].slice(0, 3))
    },
    png,
    points,
  )
}
