// What a host does with the engine: it reads a file, pushes it with a client of its own, and plans a deletion.
export async function pushFile() {
  const { readCsv } = await import('react-seam-portal/files')
  const { planDelete, pushData } = await import('react-seam-portal/push')
  const file = new Blob(['Code,Arrives\nR-1,2026-03-01T15:00:00Z\nR-2,soon\nR-3,2026-03-02T15:00:00Z\n'])
  const lines = []
  const reservations = readCsv(
    file,
    { list: 'reservations', fields: { reservation_key: 'Code', starts_at: 'Arrives' } },
    { onFinding: ({ line }) => lines.push(line) },
  )
  const bodies = []
  const client = {
    async pushData(body) {
      bodies.push(body)
      return { ok: true }
    },
  }
  const { pushed } = await pushData(client, { customer_key: 'harbour', reservations })
  return { pushed, lines, bodies, plan: planDelete({ reservation_keys: ['R-1'] }).chunks[0].body }
}
