import { useEffect, useLayoutEffect } from 'react'

/** A layout effect that React 18 does not warn about on a server, where there is no layout. */
export const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect
