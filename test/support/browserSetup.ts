import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

afterEach(cleanup)

// A real page takes longer than a render. A failed query must not print the whole document.
configure({ asyncUtilTimeout: 5000, getElementError: (message) => new Error(message ?? 'No such element.') })
