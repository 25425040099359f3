/** The median: half of the runs are below it. */
export function median(values) {
  return quantile(values, 0.5)
}

/** The range of the middle half of the runs. */
export function spread(values) {
  return quantile(values, 0.75) - quantile(values, 0.25)
}

/** The quantile: the given share of the runs is below it. Between two runs it is interpolated. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return low + (high - low) * (at % 1)
}
