import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

afterEach(cleanup)

// A real page takes longer to come than a rendering, and a failing query should not print a whole document.
configure({ asyncUtilTimeout: 5000, getElementError: (message) => new Error(message ?? 'No such element.') })
