/** What the page's policy stopped, since it was opened: an attempt at eval, for one. */
const reports = []
document.addEventListener('securitypolicyviolation', ({ blockedURI }) => reports.push(blockedURI))

/** Does something after the page has come to rest, between two marks. Gives its time, and what it gives. */
export async function watchTasks(work) {
  await new Promise((resolve) => setTimeout(resolve, 500))
  performance.mark('bench-start')
  const began = performance.now()
  const outcome = await work()
  const took = performance.now() - began
  performance.mark('bench-end')
  // A report comes after the task that it is about.
  await new Promise((resolve) => setTimeout(resolve, 100))
  return { ...outcome, took, reports: reports.length }
}
