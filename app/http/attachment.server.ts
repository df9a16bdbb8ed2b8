/** A file to keep: never shown inside our own pages, never cached. `name` is one of ours, so it needs no escaping. */
export function attachment(body: string, type: string, name: string): Response {
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Security-Policy': 'sandbox',
      'Cache-Control': 'no-store',
    },
  })
}
