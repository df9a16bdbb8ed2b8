import { partyOf } from '../party.ts'

/** Where a patient's way leads first (site-scan.md 9); a lower rank is visited earlier. Words of URLs and links, en and es. */
const ways: ReadonlyArray<readonly [way: string, words: RegExp]> = [
  ['booking', /book|appointment|schedul|reserv|request[-_ ]?(?:a[-_ ])?visit|cita|agendar/],
  ['intake', /intake|new[-_ ]?patient|patient[-_ ]?forms?|registration|medical[-_ ]?history|questionnaire|formulario/],
  ['portal-login', /portal|log[-_ ]?in|sign[-_ ]?in|my[-_ ]?(?:chart|account|health)/],
  ['payment', /pay|billing|bill[-_ ]?pay|invoice|pago/],
  ['records', /refill|prescription|records?[-_ ]?request|referral|receta/],
  ['symptoms', /symptom|checker|assessment|quiz|screening|self[-_ ]?test/],
  ['contact', /contact|message|ask|get[-_ ]?in[-_ ]?touch|contacto/],
  ['provider', /doctor|provider|physician|dentist|team|staff|find[-_ ]?a|medico/],
  ['condition', /condition|treatment|service|therap|disease|surgery|procedure|specialt|care|tratamiento|servicio/],
  ['privacy', /privacy|hipaa|notice|cookie|terms|privacidad/],
  ['reviews', /review|testimonial|survey|feedback|unsubscribe/],
]

export type Candidate = { url: string; way: string; rank: number; texts: Array<string> }

/** Links that do something when opened: never visited (security.md 6.5). */
const actionWords =
  /(^|[/?&=_.-])(log-?out|sign-?out|unsubscribe|opt-?out|delete|remove|cancel|confirm|approve|add-to-cart|checkout|download|print|export|submit|send|subscribe|activate|verify|reset|order|anular|cancelar|confirmar|aprobar|eliminar|borrar|quitar|salir|cerrar-?sesion|darse-de-baja|desuscribir(?:se)?|pagar|enviar|descargar|imprimir)(?=$|[/?&=_.-])/i
const otherFiles =
  /\.(?:pdf|docx?|xlsx?|pptx?|zip|gz|jpe?g|png|gif|svg|webp|avif|ico|mp[34]|mov|avi|css|js|mjs|json|xml|rss|ics|vcf|exe|dmg|apk)$/i

export function readsLikeAction(url: URL): boolean {
  const written = url.pathname + url.search
  // "/cerrar-sesi%C3%B3n": a browser writes an accent so, and a site with or without it.
  return actionWords.test(written) || actionWords.test(unaccented(decodeURIComponentSafe(written)))
}

/** A link as a candidate for a visit; undefined when it leads elsewhere, to a file, or does something. */
export function candidateFrom(link: { url: string; text: string }, siteParty: string): Candidate | undefined {
  if (!URL.canParse(link.url)) return undefined
  const url = new URL(link.url)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
  if (partyOf(link.url) !== siteParty || otherFiles.test(url.pathname) || readsLikeAction(url)) return undefined
  url.hash = ''
  url.username = ''
  url.password = ''
  const words = `${decodeURIComponentSafe(url.pathname)} ${link.text}`.toLowerCase()
  const rank = ways.findIndex(([, pattern]) => pattern.test(words))
  return {
    url: url.href,
    way: ways[rank]?.[0] ?? 'other',
    rank: rank === -1 ? ways.length : rank,
    texts: link.text === '' ? [] : [link.text],
  }
}

const unaccented = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '')

function decodeURIComponentSafe(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Two addresses of one template (numbers, dates and the last word apart) show the same page with other content. */
export function templateOf(address: string): string {
  const { pathname, searchParams } = new URL(address)
  const segments = pathname.split('/').filter((part) => part !== '')
  const shape = segments.map((part, index) => {
    if (/^\d+$/.test(part)) return '#'
    return index > 0 && index === segments.length - 1 ? '*' : part.toLowerCase()
  })
  const names = [...new Set(searchParams.keys())].sort()
  return `/${shape.join('/')}?${names.join('&')}`
}
