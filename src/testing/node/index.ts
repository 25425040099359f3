export { portalStaticDir } from './portalStaticDir'
