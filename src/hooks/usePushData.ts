'use client'

import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import { PortalError } from '../client/PortalError'
import { readAnswer } from '../client/readAnswer'
import { toPortalError } from '../client/toPortalError'
import type { PushResult } from '../push/pushCustomerData'
import type { CustomerData } from '../schemas/CustomerData'
import { usePortalContext } from './PortalContext'
import { useQueries } from './useQueries'

/**
 * Sends a customer's records through the backend, which must allow it. It leaves out the records that the vendor would
 * refuse, and lists them in `failed`. Returns TanStack's mutation result; its data is `{ pushed, failed, remaining }`.
 *
 * @example
 * const push = usePushData()
 * push.mutate({ customer_key: 'harbour', reservations })
 */
export function usePushData(): UseMutationResult<PushResult, PortalError, CustomerData> {
  const { session } = usePortalContext()
  return useMutation(
    {
      mutationKey: [session.id],
      async mutationFn(data) {
        if (!session.isSignedIn) throw new PortalError('unauthorized')
        const { client } = session.config()
        const began = performance.now()
        const { signal } = session
        const send = async (body: CustomerData) => {
          try {
            // The user may have gone while code was loaded, and a custom client may ignore the signal.
            signal.throwIfAborted()
            const answer = await client.pushData?.(body, { signal })
            if (answer !== undefined) readAnswer(answer)
          } catch (thrown) {
            throw toPortalError(thrown)
          }
        }
        try {
          const { pushCustomerData } = await import('../push/pushCustomerData')
          const result = await pushCustomerData(send, data)
          session.config().onEvent?.({ type: 'push', duration: performance.now() - began })
          return result
        } catch (thrown) {
          throw thrown instanceof TypeError
            ? new PortalError('invalid_input', thrown.message)
            : toPortalError(thrown)
        }
      },
    },
    useQueries(),
  )
}
