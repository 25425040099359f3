import { watchTasks } from './watchTasks.js'

/** Does what a push must not: tries to evaluate code, works in one piece, and loses records. */
window.push = (count) =>
  watchTasks(async () => {
    try {
      Function('return 1')()
    } catch {
      // As a library would that has another way.
    }
    // By turns and not by the clock: on a busy machine a while on the wall is no work at all.
    let sum = 0
    for (let at = 0; at < 3e8; at += 1) sum += at % 7
    return { pushed: count - 1, failed: sum ? 0 : 1, remaining: 0 }
  })
window.check = window.push
