import type { ResourceList } from '../wire/RESOURCE_KEYS'
import { recordProblems } from '../wire/recordProblems'

/** What is wrong with a record: where in it, and what was expected there. */
export interface RecordProblem {
  path: string
  reason: string
}

/** Says what the vendor would refuse in a record, if anything. */
export type Validator = (list: ResourceList, record: unknown) => RecordProblem | undefined

/** Loads the schemas when a push needs them, and gives what checks one record at a time by them. */
export async function createValidator(): Promise<Validator> {
  const [{ describeIssues }, { createReader, MISFIT }, { recordSchemaOf }] = await Promise.all([
    import('../schemas/describeIssues'),
    import('../schemas/createReader'),
    import('../schemas/CustomerData'),
  ])
  const readers = new Map<ResourceList, ReturnType<typeof createReader>>()
  return (list, record) => {
    let read = readers.get(list)
    if (!read) readers.set(list, (read = createReader(recordSchemaOf(list))))
    const error = read(record) === MISFIT ? recordSchemaOf(list).safeParse(record).error : undefined
    if (error) {
      const [{ path, message } = { path: '', message: '' }] = describeIssues(error.issues, record)
      return { path, reason: message }
    }
    const [problem] = recordProblems(list, record)
    return problem && { path: problem.path.join('.'), reason: problem.message }
  }
}
