import { setTimeout as wait } from 'node:timers/promises'
import {
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import type { Pool } from 'pg'
import { inTransaction } from '../server/inTransaction'
import type { Failure, JobQueue } from '../server/JobQueue'

/**
 * Ties a queue to Amazon SQS. A message that is not deleted comes again after its visibility timeout, and the queue's
 * redrive policy moves it to the dead-letter queue. A standard queue may deliver a message twice, which changes nothing.
 */
export function createSqsQueue<Job extends { id: string }>(
  sqs: SQSClient,
  pool: Pool,
  { url, deadLetterUrl }: { url: string; deadLetterUrl?: string },
): JobQueue<Job> {
  const send = (QueueUrl: string, job: object) =>
    sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(job) }))

  async function settle(text: string, handler: Parameters<JobQueue<Job>['work']>[0]): Promise<boolean> {
    const job = JSON.parse(text) as Job & { failure?: Failure }
    const { write, failure } = await handler(job, job.failure)
    await inTransaction(pool, write)
    if (!failure || !failure.isFinal || !deadLetterUrl) return !failure
    await send(deadLetterUrl, { ...job, failure })
    return true
  }

  return {
    async send(job) {
      await send(url, job)
    },
    async work(handler, { inFlight, signal, mayTake = async () => true }) {
      const loop = async () => {
        while (!signal.aborted) {
          if (!(await mayTake())) {
            await wait(1000, undefined, { signal }).catch(() => {})
            continue
          }
          const { Messages = [] } = await sqs.send(
            // A worker that dies keeps its message that long. As long as `expireSeconds` of `openQueues`.
            new ReceiveMessageCommand({ QueueUrl: url, WaitTimeSeconds: 20, VisibilityTimeout: 120 }),
          )
          for (const { Body = '', ReceiptHandle } of Messages) {
            const isSettled = await settle(Body, handler).catch(() => false)
            if (isSettled) await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle }))
          }
        }
      }
      await Promise.all(Array.from({ length: inFlight }, loop))
    },
  }
}
