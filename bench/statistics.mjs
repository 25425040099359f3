/** The value in the middle: half of the runs were below it. */
export function median(values) {
  return quantile(values, 0.5)
}

/** How far apart the middle half of the runs lies. */
export function spread(values) {
  return quantile(values, 0.75) - quantile(values, 0.25)
}

/** The value below which a given share of the runs lies, between neighbours in proportion. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return low + (high - low) * (at % 1)
}
