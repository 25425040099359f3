import { useEffect, useLayoutEffect } from 'react'

/** A layout effect in the browser. On a server, React 18 warns about layout effects, so there it is an effect. */
export const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect
