import { tool } from '#scanners/package-root.ts'
import type { PageEvidence, PageRequest } from '#scanners/site/evidence.ts'

type NameValue = { name: string; value: string }

export type HarLog = {
  log: {
    version: '1.2'
    creator: { name: string; version: string }
    browser: { name: string; version: string }
    pages: Array<{
      startedDateTime: string
      id: string
      title: string
      pageTimings: { onContentLoad: number; onLoad: number }
    }>
    entries: Array<Record<string, unknown>>
    comment: string
  }
}

/** A hidden value shows its class, a typed canary its field and encoding: nothing a person entered stands here. */
function shown({ value, class: kind, canary }: PageRequest['params'][number]): string {
  if (canary !== null) return `{canary ${canary.field} ${canary.encoding}}`
  return value ?? `{${kind}}`
}

function pairs(request: PageRequest, places: ReadonlyArray<PageRequest['params'][number]['in']>): Array<NameValue> {
  return request.params
    .filter((param) => places.includes(param.in))
    .map((param) => ({ name: param.name, value: shown(param) }))
}

function addressOf(request: PageRequest): string {
  const { scheme, host, port, path } = request
  const usual = /^(https|wss)$/.test(scheme) ? 443 : 80
  const query = pairs(request, ['query'])
    .map(({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&')
  return `${scheme}://${host}${port === usual ? '' : `:${port}`}${encodeURI(path)}${query === '' ? '' : `?${query}`}`
}

function entryOf(page: PageEvidence, request: PageRequest): Record<string, unknown> {
  const body = pairs(request, ['body', 'frame'])
  const postData =
    request.body === null
      ? {}
      : {
          postData: {
            mimeType: 'application/x-proviso-redacted',
            params: body,
            text: '',
            comment: `${request.body.kind}, ${request.body.bytes} bytes, sha256 ${request.body.sha256}`,
          },
        }
  return {
    pageref: page.id,
    startedDateTime: request.at,
    time: 0,
    request: {
      method: request.method,
      url: addressOf(request),
      httpVersion: 'HTTP/1.1',
      cookies: pairs(request, ['cookie']),
      headers: pairs(request, ['header']),
      queryString: pairs(request, ['query']),
      ...postData,
      headersSize: -1,
      bodySize: request.body?.bytes ?? 0,
    },
    response: {
      status: request.status ?? 0,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: [],
      content: { size: 0, mimeType: 'x-unknown' },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
    _resourceType: request.type,
    _initiator: request.initiator,
    _blocked: request.blocked,
    _consent: page.consent,
    _visit: request.visit,
    _target: request.target,
  }
}

/** Requests of a scan as HAR 1.2, redacted: names and classes of values, public ids, no values a visitor has. */
export function scanHar(pages: ReadonlyArray<PageEvidence>): HarLog {
  const browser = pages[0]?.method.browser ?? 'none'
  const [name, version] = /^(.*?)[\s/]+(\d[\w.]*)$/.exec(browser)?.slice(1) ?? [browser, '']
  return {
    log: {
      version: '1.2',
      creator: { name: 'Proviso', version: tool.version },
      browser: { name: name!, version: version! },
      pages: pages.map((page) => ({
        startedDateTime: page.method.startedAt,
        id: page.id,
        title: page.title,
        pageTimings: { onContentLoad: -1, onLoad: -1 },
      })),
      entries: pages.flatMap((page) => page.requests.map((request) => entryOf(page, request))),
      comment: 'Redacted: values are replaced by their class. Times are not measured.',
    },
  }
}
