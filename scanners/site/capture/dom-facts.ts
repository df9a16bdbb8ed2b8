/** What the page shows, read in an isolated world. Texts are raw here; the redaction gate comes after. */
export type DomFacts = {
  lang: string
  title: string
  headings: Array<string>
  jsonLdTypes: Array<string>
  text: string
  textLength: number
  elements: number
  media: number
  frames: Array<string>
  links: Array<{ url: string; text: string }>
  declared: Array<{ url: string; via: string }>
  inlineScripts: Array<string>
  forms: Array<{
    action: string
    method: string
    fields: Array<{ name: string; type: string; label: string; autocomplete: string }>
  }>
}

/** Runs inside the page: self-contained, no closure, no imports. */
export function readDom(limits: { text: number; inline: number }): DomFacts {
  const squeeze = (text: string | null | undefined, most: number): string =>
    (text ?? '').replace(/\s+/g, ' ').trim().slice(0, most)

  // Through the prototypes: an element named "title" or "querySelectorAll" hides the document's own property.
  const query = (root: Document | ShadowRoot, selector: string): Array<Element> => [
    ...(root instanceof Document ? Document.prototype : DocumentFragment.prototype).querySelectorAll.call(
      root,
      selector,
    ),
  ]

  function everything(root: Document | ShadowRoot): Array<Element> {
    const found: Array<Element> = []
    for (const element of query(root, '*')) {
      found.push(element)
      if (element.shadowRoot !== null) found.push(...everything(element.shadowRoot))
      if (found.length > 20_000) break
    }
    return found
  }

  const all = everything(document)

  function labelOf(field: Element): string {
    const labels = (field as HTMLInputElement).labels
    const text = labels !== null && labels !== undefined && labels.length > 0 ? labels[0]?.textContent : null
    const by = field.getAttribute('aria-labelledby')
    const pointed = by === null ? null : all.find((element) => element.id === by.split(' ')[0])?.textContent
    return squeeze(text ?? field.getAttribute('aria-label') ?? pointed ?? field.getAttribute('placeholder'), 80)
  }

  const describe = (field: Element) => ({
    name: squeeze(field.getAttribute('name') ?? field.id, 80),
    type:
      field.matches('[contenteditable], [role=textbox]') && !field.matches('input, textarea')
        ? 'contenteditable'
        : ((field as HTMLInputElement).type ?? 'text'),
    label: labelOf(field),
    autocomplete: squeeze(field.getAttribute('autocomplete'), 40),
  })

  const fieldSelector =
    'input:not([type=submit]):not([type=button]):not([type=image]), select, textarea, [contenteditable]:not([contenteditable=false]), [role=textbox]:not(input, textarea)'
  const fields = all.filter((element) => element.matches(fieldSelector))
  const forms = all.filter((element): element is HTMLFormElement => element instanceof HTMLFormElement)
  const loose = fields.filter((field) => field.closest('form') === null)
  const linked = (selector: string) => all.filter((element) => element.matches(selector))
  const hrefs = (selector: string, via: string) =>
    linked(selector).map((element) => ({ url: (element as HTMLLinkElement).href, via }))

  const types: Array<string> = []
  const collect = (value: unknown, depth: number): void => {
    if (depth > 6 || value === null || typeof value !== 'object') return
    for (const [key, part] of Object.entries(value as Record<string, unknown>)) {
      if (key === '@type') types.push(...[part].flat().map(String))
      else collect(part, depth + 1)
    }
  }
  for (const script of linked('script[type="application/ld+json"]')) {
    try {
      collect(JSON.parse(script.textContent ?? ''), 0)
    } catch {
      // A broken block says nothing; the page is read without it.
    }
  }
  // noscript is inert text for a browser with scripts; its images are what a browser without would ask for.
  const inert = linked('noscript').flatMap((element) => {
    const parsed = new DOMParser().parseFromString(element.textContent ?? '', 'text/html')
    return [...parsed.querySelectorAll('[src]')].map((part) => ({
      url: part.getAttribute('src') ?? '',
      via: 'noscript',
    }))
  })
  const body = all.find((element): element is HTMLElement => element.localName === 'body')
  const base = query(document, 'base[href]')[0]?.getAttribute('href') ?? ''
  const absolute = (address: string): string => {
    try {
      return new URL(address, new URL(base, location.href)).href
    } catch {
      return ''
    }
  }
  const text = squeeze(body?.innerText, limits.text)
  return {
    lang: all[0]?.getAttribute('lang') ?? '',
    title: squeeze(all.find((element) => element.localName === 'title')?.textContent, 300),
    headings: linked('h1, h2, h3')
      .slice(0, 40)
      .map((heading) => squeeze(heading.textContent, 200)),
    jsonLdTypes: [...new Set(types)].slice(0, 20),
    text,
    textLength: text.length,
    elements: all.length,
    media: linked('img, svg, video, canvas, object, embed').length,
    frames: linked('iframe').map((frame) => (frame as HTMLIFrameElement).src),
    links: linked('a[href], area[href]')
      .slice(0, 500)
      .map((link) => ({
        url: (link as HTMLAnchorElement).href,
        text: squeeze(link.textContent || link.getAttribute('aria-label'), 80),
      })),
    declared: [
      ...hrefs('link[rel~=icon], link[rel="apple-touch-icon"]', 'icon'),
      ...hrefs('link[rel~=preconnect]', 'preconnect'),
      ...hrefs('link[rel~=dns-prefetch]', 'dns-prefetch'),
      ...hrefs('link[rel~=prefetch], link[rel~=prerender], link[rel~=preload]', 'prefetch'),
      ...inert,
    ].slice(0, 200),
    inlineScripts: linked('script:not([src])')
      .filter((script) => !/json|template/i.test(script.getAttribute('type') ?? ''))
      .map((script) => (script.textContent ?? '').slice(0, limits.inline))
      .filter((code) => code !== '')
      .slice(0, 60),
    forms: [
      ...forms.flatMap((form) => {
        const own = fields.filter(
          (field) => (field as HTMLInputElement).form === form || field.closest('form') === form,
        )
        const method = form.getAttribute('method') ?? 'get'
        // A button may send the same fields elsewhere.
        const others = all.filter(
          (element) => element.hasAttribute('formaction') && (element as HTMLButtonElement).form === form,
        )
        return [
          { action: form.getAttribute('action') ?? '', method },
          ...others.map((button) => ({
            action: button.getAttribute('formaction') ?? '',
            method: button.getAttribute('formmethod') ?? method,
          })),
        ].map((way) => ({ action: absolute(way.action), method: way.method.toLowerCase(), fields: own.map(describe) }))
      }),
      ...(loose.length === 0 ? [] : [{ action: '', method: '', fields: loose.map(describe) }]),
    ].slice(0, 30),
  }
}
