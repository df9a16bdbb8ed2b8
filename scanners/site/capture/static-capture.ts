import * as cheerio from 'cheerio'
import { ScanProblem } from '#scanners/problem.ts'
import { readScripts, readSnippets, type Script } from '../dormant/read.ts'
import { type Fetched, fetchFollowing } from '../egress/fetch-text.ts'
import type { EgressPolicy } from '../egress/policy.ts'
import type { DomFacts } from './dom-facts.ts'
import { emptyCapture, type PageCapture, type PageJob } from './page-state.ts'
import { type Captured, createRecorder } from './recorder.ts'

const maxBytes = 5 * 1024 * 1024
const timeoutMs = 10_000
const maxScripts = 6
const squeeze = (text: string | undefined, most: number) => (text ?? '').replace(/\s+/g, ' ').trim().slice(0, most)

/** Elements that make a browser ask another address, with the attribute that names it. */
const asking: ReadonlyArray<readonly [selector: string, attribute: string, type: string]> = [
  ['script[src]', 'src', 'script'],
  ['iframe[src]', 'src', 'document'],
  ['img[src]', 'src', 'image'],
  ['link[rel~=stylesheet][href]', 'href', 'stylesheet'],
  ['video[src], audio[src], source[src]', 'src', 'media'],
  ['object[data]', 'data', 'other'],
  ['embed[src]', 'src', 'other'],
]

function absolute(address: string | undefined, base: string): string {
  return address !== undefined && URL.canParse(address, base) ? new URL(address, base).href : ''
}

function namedRequest(id: number, url: string, type: string, documentUrl: string): Captured {
  return {
    id: `r${id}`,
    method: 'GET',
    url,
    type,
    at: Date.now(),
    target: 'page',
    visit: 'static',
    documentUrl,
    frameId: null,
    initiator: null,
    headers: {},
    body: null,
    frames: [],
    status: null,
    mimeType: '',
    responseHeaders: {},
    perhapsCookies: null,
    setCookies: [],
    error: null,
    fromCache: false,
    stopped: false,
    done: true,
  }
}

function readForms($: cheerio.CheerioAPI, base: string): DomFacts['forms'] {
  const fields = 'input:not([type=submit]):not([type=button]):not([type=image]):not([type=hidden]), select, textarea'
  return $('form')
    .toArray()
    .slice(0, 30)
    .map((form) => ({
      action: absolute($(form).attr('action') ?? '', base),
      method: ($(form).attr('method') ?? 'get').toLowerCase(),
      fields: $(form)
        .find(fields)
        .toArray()
        .map((field) => {
          const id = $(field).attr('id') ?? ''
          const labelled = $('label')
            .toArray()
            .find((label) => id !== '' && $(label).attr('for') === id)
          const label = labelled === undefined ? $(field).closest('label').text() : $(labelled).text()
          return {
            name: $(field).attr('name') ?? id,
            type: field.name === 'input' ? ($(field).attr('type') ?? 'text') : field.name,
            label: squeeze(label || $(field).attr('aria-label') || $(field).attr('placeholder'), 80),
            autocomplete: $(field).attr('autocomplete') ?? '',
          }
        }),
    }))
}

function policyHosts(header: string | undefined): Array<{ url: string; via: string }> {
  const hosts = (header ?? '').match(/(?:https?:\/\/|wss:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?=[\s;:/]|$)/gi) ?? []
  return [...new Set(hosts)].map((host) => ({ url: `https://${host.replace(/^\w+:\/\//, '')}/`, via: 'csp' }))
}

function readSource(answer: Fetched, html: string): { dom: DomFacts; asked: Array<{ url: string; type: string }> } {
  const $ = cheerio.load(html)
  const base = absolute($('base[href]').attr('href') ?? '', answer.url) || answer.url
  const types = [...html.matchAll(/"@type"\s*:\s*"([\w:/.-]{2,60})"/g)].map(([, type = '']) => type)
  const inert = $('noscript')
    .toArray()
    .flatMap((element) =>
      [
        ...$(element)
          .html()!
          .matchAll(/\bsrc="([^"]+)"/g),
      ].map(([, url = '']) => url),
    )
  const asked = asking.flatMap(([selector, attribute, type]) =>
    $(selector)
      .not('noscript *')
      .toArray()
      .map((element) => ({ url: absolute($(element).attr(attribute), base), type })),
  )
  const links = (rel: string) =>
    $(`link[rel~="${rel}"]`)
      .toArray()
      .map((element) => ({ url: absolute($(element).attr('href'), base), via: rel }))
  const inlineScripts = $('script:not([src])')
    .toArray()
    .filter((element) => !/json|template/i.test($(element).attr('type') ?? ''))
    .map((element) => $(element).text())
  const visible = cheerio.load(html)
  visible('script, style, noscript, template').remove()
  const text = squeeze(visible('body').text(), 20_000)
  return {
    asked: asked.filter(({ url }) => url !== ''),
    dom: {
      lang: $('html').attr('lang') ?? '',
      title: squeeze($('title').first().text(), 300),
      headings: $('h1, h2, h3')
        .toArray()
        .slice(0, 40)
        .map((heading) => squeeze($(heading).text(), 200)),
      jsonLdTypes: [...new Set(types)].slice(0, 20),
      text,
      textLength: text.length,
      elements: $('*').length,
      media: $('img, svg, video, canvas, object, embed').length,
      frames: asked.filter(({ type }) => type === 'document').map(({ url }) => url),
      links: $('a[href], area[href]')
        .toArray()
        .slice(0, 500)
        .map((link) => ({ url: absolute($(link).attr('href'), base), text: squeeze($(link).text(), 80) })),
      declared: [
        ...['icon', 'preconnect', 'dns-prefetch', 'prefetch', 'preload'].flatMap(links),
        ...inert.map((url) => ({ url: absolute(url, base), via: 'noscript' })),
        ...policyHosts(answer.headers['content-security-policy']),
      ].filter(({ url }) => url !== ''),
      inlineScripts: inlineScripts.slice(0, 60),
      forms: readForms($, base),
    },
  }
}

/** Code of scripts whose address carries an id or a configuration: the ones the readers may understand. */
async function namedScripts(
  asked: ReadonlyArray<{ url: string; type: string }>,
  policy: EgressPolicy,
  userAgent: string,
): Promise<Array<Script>> {
  const wanted = asked
    .filter(({ url, type }) => type === 'script' && /[?&]id=|\/config\//.test(url))
    .slice(0, maxScripts)
  const read = wanted.map(async ({ url }) => {
    const answer = await fetchFollowing(url, policy, { userAgent, maxBytes, timeoutMs, hops: 3 }).catch(() => undefined)
    return answer?.status === 200 ? [{ url, code: answer.body.toString('utf8') }] : []
  })
  return (await Promise.all(read)).flat()
}

/**
 * Reads one page without running it: what the source names, which can show a tracker and never show its absence. A page
 * that cannot be fetched comes back with its typed reason, like one the browser could not load.
 */
export async function captureStatic(job: PageJob, policy: EgressPolicy, userAgent: string): Promise<PageCapture> {
  const requests: Array<Captured> = []
  const capture = emptyCapture(job, { ...createRecorder(), requests })
  const finalUrl = (url: string) => ({
    navigationError: null,
    reachedLoad: true,
    tooManyNavigations: () => false,
    finalUrl: () => url,
  })
  try {
    const answer = await fetchFollowing(job.url, policy, {
      userAgent,
      maxBytes,
      timeoutMs,
      hops: 10,
      accept: 'text/html',
    })
    const document = namedRequest(1, answer.url, 'document', answer.url)
    document.status = answer.status
    document.mimeType = answer.headers['content-type'] ?? ''
    requests.push(document)
    capture.load = finalUrl(answer.url)
    if (!/html/i.test(document.mimeType)) return capture
    const { dom, asked } = readSource(answer, answer.body.toString('utf8'))
    capture.dom = dom
    requests.push(...asked.map(({ url, type }, index) => namedRequest(index + 2, url, type, answer.url)))
    const scripts = await namedScripts(asked, policy, userAgent)
    capture.dormant = [...readScripts(scripts), ...readSnippets(answer.url, dom.inlineScripts)]
  } catch (error) {
    if (!(error instanceof ScanProblem)) throw error
    capture.problem = error.code
  }
  return capture
}
