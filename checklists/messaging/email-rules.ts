import { adHosts, identityParameters, pixelPaths } from '#checklists/knowledge/mail-trackers.ts'
import type { MergeField } from '#scanners/template/merge-fields.ts'
import { gap, type Reading, type Word } from '#scanners/template/reading.ts'
import type { FieldKinds } from './opt-out.ts'
import type { PlainText } from './plain-text.ts'

const foreign = new Set(adHosts.split('\n').filter((host) => host !== ''))
const pixels = pixelPaths.split(/\s+/)
const identities = new Set(identityParameters.split(/\s+/))

/** "https://a.b.example/path" -> "a.b.example"; "" for a relative address or a field. */
export function hostOf(url: string): string {
  const match = /^\s*(?:[a-z][\w+.-]*:)?\/\/(?:[^/?#@]*@)?([^/?#:\s]+)/i.exec(url) ?? /^\s*(www\.[^/?#:\s]+)/i.exec(url)
  return match === null ? '' : match[1]!.toLowerCase()
}

function isForeign(host: string): boolean {
  let rest = host
  for (;;) {
    if (foreign.has(rest)) return true
    const dot = rest.indexOf('.')
    if (dot < 0) return false
    rest = rest.slice(dot + 1)
  }
}

/** A redirect that carries its target: decoded once. */
function targetOf(url: string): string {
  const match =
    /[?&](?:url|u|q|target|dest|destination|redirect|redirect_url|to|link|r|goto)=((?:https?|%68ttps?)(?::|%3a)[^&\s"']+)/i.exec(
      url,
    )
  if (match === null) return ''
  try {
    return decodeURIComponent(match[1]!)
  } catch {
    return match[1]!
  }
}

export type AddressFinding = {
  rule: 'third-party-tracking' | 'own-pixel' | 'identifier-link'
  start: number
  end: number
  what: string
}

/** A page of one's own on a social or review site is a destination; the same firm's pixel or script is not. */
const destination =
  /^(?:www\.|m\.|business\.)?(?:facebook|linkedin|twitter|pinterest|reddit|tiktok|bing|spotify|snapchat|quora)\.com$/

/** Pixels, foreign resources and links that carry a patient's identity. */
export function addressFindings(
  reading: Reading,
  fields: ReadonlyArray<MergeField>,
  kinds: FieldKinds,
): Array<AddressFinding> {
  const found: Array<AddressFinding> = []
  for (const image of reading.images) {
    const host = hostOf(image.src)
    if (isForeign(host)) found.push({ rule: 'third-party-tracking', start: image.start, end: image.end, what: host })
    else if (
      image.src !== '' &&
      !/^(?:data|cid):/i.test(image.src) &&
      (image.hidden || pixels.some((path) => image.src.toLowerCase().includes(path)))
    ) {
      found.push({
        rule: 'own-pixel',
        start: image.start,
        end: image.end,
        what: host === '' ? 'an image address' : host,
      })
    }
  }
  for (const link of reading.links) {
    const host = hostOf(link.url)
    if (link.kind === 'image') continue
    const resource = link.kind === 'resource' || link.kind === 'script'
    const target = targetOf(link.url)
    if (isForeign(host) && (resource || !destination.test(host) || /\/tr\b|\/collect\b|pixel/.test(link.url))) {
      found.push({ rule: 'third-party-tracking', start: link.start, end: link.end, what: host })
      continue
    }
    if (link.kind === 'script' && host !== '') {
      found.push({ rule: 'third-party-tracking', start: link.start, end: link.end, what: host })
      continue
    }
    if (carriesIdentity(link, fields, kinds) || (target !== '' && identityInQuery(target))) {
      found.push({ rule: 'identifier-link', start: link.start, end: link.end, what: host === '' ? 'a link' : host })
    }
  }
  return found
}

function identityInQuery(url: string): boolean {
  const query = url.slice(url.search(/[?#]/) + 1)
  if (query.length === url.length) return false
  for (const pair of query.split(/[&;#]/)) {
    const [name = '', value = ''] = pair.split('=')
    const key = name.toLowerCase().replace(/^utm_/, '')
    if (value === '') continue
    if (identities.has(key) && !/^(?:name|patient|mail)$/.test(key)) return true
    if (/^(?:\+?1[-.]?)?\(?\d{3}\)?[-.]\d{3}[-.]\d{4}$/.test(value) || /(?:@|%40)[\w-]+\.\w/.test(value)) return true
  }
  return false
}

/** A name, an e-mail or a phone number put into the query of a link by a field. */
function carriesIdentity(
  link: Reading['links'][number],
  fields: ReadonlyArray<MergeField>,
  kinds: FieldKinds,
): boolean {
  if (!/^\s*(?:https?:|\/\/|www)/i.test(link.url)) return false
  const query = link.url.search(/[?#]/)
  if (query >= 0) {
    for (const [index, field] of fields.entries()) {
      if (field.start < link.start + query || field.end > link.end) continue
      const kind = kinds[index]?.kind
      if (kind === 'patient-name' || (kind === 'contact' && !/contact[_.]?id/i.test(field.raw))) return true
    }
  }
  return identityInQuery(link.url)
}

const wordsOf = (text: string) => new Set(text.split(/\s+/))
const commercial = wordsOf(
  'review reviews feedback survey rate rating recommend google yelp offer sale discount newsletter refer referral specials promotion opinion testimonial stars encuesta resena opinion oferta',
)

/** Appointment confirmation, change, billing or account mail without an ask for a review: no unsubscribe is due. */
export function isTransactional(plain: PlainText, words: ReadonlyArray<Word>, kinds: FieldKinds): boolean {
  if (words.some((word) => commercial.has(word.norm))) return false
  if (kinds.some((field) => field.kind === 'link' && /review|survey|feedback|google|rating/i.test(field.raw)))
    return false
  return /\b(?:confirm|confirmed|confirmation|reschedule|rescheduled|cancel|canceled|cancelled|reminder|scheduled for|your (?:\w+ )?(?:appointment|visit) (?:is|on|has|at|with|was)|see you|receipt|payment|invoice|balance|statement|password|verification|portal (?:account|message)|new message|forms?|paperwork|cita|recordatorio|confirme|factura|bill)\b/.test(
    plain.text,
  )
}

const street =
  /\b(?:p\.?\s?o\.?\s?box\s+\d+|\d{1,6}[A-Za-z]?\s+(?:[NSEW]\.?\s+)?(?:[\p{L}\d.'’-]+\s+){1,4}(?:st|street|ave|avenue|av|rd|road|blvd|boulevard|dr|drive|ln|lane|way|ct|court|pl|place|plaza|pkwy|parkway|hwy|highway|cir|circle|ter|terrace|sq|square|trail|trl|loop|row|walk|pike|turnpike|broadway|center|centre|bldg|building|suite|ste|mall|commons|crossing|point|run|path)\b)|\b\d{1,6}\s+(?:broadway|main|market|calle|avenida|camino|park avenue|state route)\b|\b(?:calle|avenida|av\.|carretera|camino)\s+[\p{L}\d][\p{L}\d .'’]{1,40}\b#?\s?\d{1,5}|\b[A-Z]{2}\s+\d{5}(?:-\d{4})?\b/iu

/** A postal address: a practice address field, or the shape of one. */
export function hasPostalAddress(text: string, kinds: FieldKinds): boolean {
  if (kinds.some((field) => field.kind === 'practice-address')) return true
  return /\d/.test(text) && street.test(text.replace(/<[^<>]{0,400}>/g, ' ').replace(/&nbsp;/g, ' '))
}

/** A way out of the mailing: an unsubscribe field, the word with a link, or opt-out wording. */
export function hasUnsubscribe(words: ReadonlyArray<Word>, plain: PlainText, kinds: FieldKinds): boolean {
  if (kinds.some((field) => field.kind === 'opt-out')) return true
  if (
    /\b(?:unsubscribe|opt out|optout|manage (?:your |my |email )?preferences|email preferences|update (?:your )?(?:email )?preferences|communication preferences|darse de baja|cancelar (?:su |la )?suscripcion|dejar de recibir|desuscribirse)\b/.test(
      plain.text,
    )
  )
    return true
  if (
    /\b(?:stop receiving|no longer (?:wish|want)|remove me|dont want)\b[^.|]{0,60}\b(?:click|here|reply|link|let us know|email)\b/.test(
      plain.text,
    )
  )
    return true
  return words.some((word) => word.gap <= gap.segment && word.norm === 'unsub')
}
