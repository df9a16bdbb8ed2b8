/**
 * The only gate raw values pass on their way into evidence (site-scan.md 11). What is not known to be harmless leaves
 * as a class; nothing here may let a person's data through.
 */

const email = /[\p{L}\p{N}._%+'-]+(?:@|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/giu
const phone = /(?<![\d.])(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-]?)\d{3}[\s.-]?\d{4}(?!\d)/g
const socialSecurity = /(?<!\d)\d{3}[ -]\d{2}[ -]\d{4}(?!\d)/g
const dates =
  /(?<!\d)(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))(?!\d)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2},? \d{4}\b/gi
const longNumber = /(?<![\w.])(?:[A-Z]{1,4}[-#]?)?\d[\d-]{5,}\d(?!\w)/g
const labelled =
  /\b(patient(?: name)?|name|member|mrn|dob|date of birth|record(?: no\.?| number)?|welcome(?: back)?|hello|hi|dear|signed in as|logged in as|account)(\s*[:#,]\s*|\s+(?=\p{Lu}))(\p{Lu}[\p{L}'.-]*(?:\s+\p{Lu}[\p{L}'.-]*){0,3}|[\p{L}\d-]*\d[\p{L}\d-]*)/giu

/** Page text without the shapes that identify a person: addresses, numbers, dates, and names behind a telling label. */
export function maskText(text: string): string {
  return text
    .replace(email, '[email]')
    .replace(labelled, (_, label: string, between: string) => `${label}${between}[name]`)
    .replace(socialSecurity, '[number]')
    .replace(dates, '[date]')
    .replace(phone, '[phone]')
    .replace(longNumber, '[number]')
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** Public ids of containers, properties and conversions: printed in every page's source, no secret, no person. */
const publicId =
  /^(?:GTM-[A-Z0-9]{4,10}|G-[A-Z0-9]{6,12}|UA-\d{4,10}-\d{1,3}|AW-\d{6,12}|DC-\d{4,10}|GT-[A-Z0-9]{5,12})$/

export function isPublicId(text: string): boolean {
  return publicId.test(text)
}

function tokenOf(segment: string): string | undefined {
  if (publicId.test(segment)) return undefined
  if (/@|%40/i.test(segment)) return '{email}'
  if (uuid.test(segment)) return '{uuid}'
  if (/^[0-9a-f]{16,}$/i.test(segment)) return `{hex:${segment.length}}`
  if (/^\d{5,}$/.test(segment)) return `{digits:${segment.length}}`
  const digits = segment.replace(/\D/g, '').length
  if (
    segment.length >= 20 &&
    digits >= 3 &&
    /^[\w.~=%-]+$/.test(segment) &&
    !/\.(?:js|css|json|html?)$/.test(segment)
  ) {
    return `{token:${segment.length}}`
  }
  return maskText(decode(segment)) === decode(segment) ? undefined : '{personal}'
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * A path whose segments that look like tokens, numbers or persons are replaced: `{hex:64}`, `{digits:16}`, `{uuid}`,
 * `{token:31}`, `{email}`, `{personal}`. The number is the length, so that a path still shows its shape.
 */
export function pathTemplate(path: string): string {
  return path
    .split('/')
    .map((segment) => tokenOf(segment) ?? segment)
    .join('/')
}

/** An address as evidence may hold it: origin and path template; parameter names stay, values go. */
export function redactUrl(url: string): string {
  if (!URL.canParse(url)) return ''
  const { protocol, host, pathname, searchParams } = new URL(url)
  if (host === '') return protocol
  const names = [...new Set(searchParams.keys())].map((name) => maskText(name).slice(0, 60))
  return `${protocol}//${host}${pathTemplate(pathname)}${names.length === 0 ? '' : `?${names.join('&')}`}`
}

export type ValueContext = {
  pageUrl: string
  pageTitle: string
  thirdParty: boolean
  encodedAs?: string
  /** What the page shows, blanks squeezed; a sentence of it that is sent is content of the page. */
  pageText?: string
}
export type ClassedValue = { class: string; value: string | null }

const key = (name: string) => name.toLowerCase().replace(/[^a-z0-9$_.[\]]/g, '')

/** First match wins; names as the formats of trackers.md 1 and common collectors use them. */
const namesByClass: ReadonlyArray<readonly [string, RegExp]> = [
  ['page-title', /^(dt|pt|pagetitle|page_title|title|\$title|pagefeatures.*title|page\.title|context\.page\.title)$/],
  ['referrer', /^(dr|rl|ref|referr?er|\$referr?er|document_referrer|.*\.referrer)$/],
  [
    'page-url',
    /^(dl|url|u|page_?url|page_?location|href|\$current_url|tw_document_href|location|.*\.(?:url|location|href))$/,
  ],
  ['search-text', /^(q|query|search|s|search_?term|ep\.search_term|keyword|.*search_?(?:term|query))$/],
  ['element-text', /(button|element|el_?text|\$el_text|inner_?text|formfeatures|buttonfeatures|click_?text|label)/],
  ['login-id', /^(uid|user_?id|userid|external_id|customer_?id|login|.*\.user_?id|\$user_id)$/],
  [
    'client-id',
    /(^|[._[])(cid|client_?id|_?fbp|_?fbc|anonymous_?id|distinct_id|device_?id|visitor_?id|session_?id|\$session_id|\$device_id|sid|guid|uuid|idsite_visitor|_id|lifatid)\]?$/,
  ],
  ['geo', /(^|[._[])(lat|lon|lng|latitude|longitude|geo|city|ct|st|state|zip|zp|postal_?code|country)\]?$/],
  ['dom-content', /(dom|snapshot|html|mutation)/],
]

const hashShapes = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i
const telling: ReadonlyArray<readonly [string, RegExp]> = [
  ['email', /(^|[._[])(em|email|e_?mail|hem|u_hem|email_?address|\$email|sha256_?email.*)\]?$/],
  ['phone', /(^|[._[])(ph|phone|tel|mobile|u_hpn|phone_?number|\$phone)\]?$/],
  ['name', /(^|[._[])(fn|ln|name|first_?name|last_?name|full_?name|\$name)\]?$/],
]

const eventNames = /^(ev|en|event|event_?name|t|\$event|type|event_?type|action|evt)$/
const flagNames =
  /^(v|_v|ver|version|r|tfd|_p|gcs|gcd|dma|npa|if|o|ss|seg|sr|ul|uap|tag_exp|ddsource|sdk|ip|compression|rec|send_image|pid|ti|tid|id|idsite|container|gtm|pixel_?id|sdkid|partner|k|token|writekey|api_key)$/

/** In a JSON body the name ends a path ("batch.event"); there "type" and "action" may be a person's own ("visit.type"). */
function namesEvent(name: string): boolean {
  return (
    eventNames.test(name) || /\.(ev|en|event|event_?name|\$event|event_?type|evt|events\.key)$|^events\.key$/.test(name)
  )
}

/** "Booking Started": a name of several words is shown only where one of them says what happened, never a bare name. */
const happening =
  /\b(page|form|button|booking|appointment|video|link|element|session|product|order|checkout|lead|intake|survey|signed|log(?:ged)? ?(?:in|out)|click(?:ed)?|view(?:ed)?|submit(?:ted)?|start(?:ed)?|complet(?:e|ed)|open(?:ed)?|closed?|play(?:ed)?|search(?:ed)?|scroll(?:ed)?|request(?:ed)?|download(?:ed)?|load(?:ed)?|entered|filled|changed|selected)\b/i

function isEventPhrase(name: string, value: string): boolean {
  const own = name.slice(name.lastIndexOf('.') + 1)
  return (
    /^(en|ev|event|event_?name)$/.test(own) && /^[A-Za-z]+(?: [A-Za-z]+){1,4}$/.test(value) && happening.test(value)
  )
}

function harmless(name: string, value: string, thirdParty: boolean): string | null {
  if (publicId.test(value)) return value
  if (namesEvent(name) && /^(?:\[[A-Z]{2,4}\]_)?[$a-z][\w$.:-]{0,40}$/i.test(value) && !/\d{4,}/.test(value))
    return value
  // One collector's protocol writes its events as two letters: page view, page ping, structured, self-describing.
  if (/(^|\.)e$/.test(name) && /^(?:pv|pp|se|ue)$/.test(value)) return value
  if (isEventPhrase(name, value)) return value
  if (!flagNames.test(name)) return null
  // 15 and 16 digits are the shape of a pixel's public id; only where it is sent to another party under "id".
  if (/^(id|pixel_?id)$/.test(name) && thirdParty && /^\d{15,16}$/.test(value)) return value
  if (/^(v|_v|ver|version)$/.test(name) && /^[\w.-]{1,12}$/.test(value) && !/\d{5,}/.test(value)) return value
  return /^(?:\d{1,3}|true|false|G[01]{3}|[a-z]{2}(?:-[a-z]{2})?)$/i.test(value) ? value : null
}

const minSentence = 40
const minWords = 7

/** A sentence that stands on the page as it is; headings and button texts are shorter and have classes of their own. */
function isPageContent(value: string, { pageText = '', pageTitle }: ValueContext): boolean {
  const squeezed = value.replace(/\s+/g, ' ').trim()
  if (squeezed.length < minSentence || squeezed.split(' ').length < minWords || squeezed === pageTitle) return false
  return pageText.includes(squeezed)
}

/** Class of a value, and the value itself only when it is a public id, an event name, a version or a flag. */
export function classify(rawName: string, value: string, context: ValueContext): ClassedValue {
  const name = key(rawName)
  const hashed = hashShapes.test(value)
  for (const [kind, pattern] of telling) {
    if (pattern.test(name) && value !== '')
      return { class: hashed ? `hashed-${kind}` : kind === 'name' ? 'custom-data' : kind, value: null }
  }
  if (new RegExp(email.source, 'iu').test(value) && !/^https?:/.test(value)) return { class: 'email', value: null }
  if (value !== '' && context.pageTitle !== '' && value === context.pageTitle)
    return { class: 'page-title', value: null }
  if (isPageContent(value, context)) return { class: 'page-text', value: null }
  if (/^https?(?::|%3a)/i.test(value)) {
    const asReferrer = /^(dr|rl|ref|referr?er)$|referr?er/.test(name)
    return { class: asReferrer ? 'referrer' : 'page-url', value: null }
  }
  // Sent to the page's own host such an id stays hidden; its shape is what tells a proxied pixel from a shop's "id".
  if (/^(id|pixel_?id)$/.test(name) && !context.thirdParty && /^\d{15,16}$/.test(value))
    return { class: 'long-number', value: null }
  const safe = harmless(name, value, context.thirdParty)
  if (safe !== null)
    return {
      class:
        publicId.test(value) || /^(id|tid|pixel_?id)$/.test(name)
          ? 'public-id'
          : namesEvent(name) || /(^|\.)e$/.test(name)
            ? 'event-name'
            : 'flag',
      value: safe,
    }
  for (const [kind, pattern] of namesByClass)
    if (pattern.test(name) && value !== '') return { class: kind, value: null }
  if (/^fb\.\d\.\d+\.|^GA\d\.\d\.|^GS\d\./.test(value) || uuid.test(value)) return { class: 'client-id', value: null }
  if (new RegExp(`^(?:${phone.source})$`).test(value.trim())) return { class: 'phone', value: null }
  if (value.length > 200 || /^[\w+/=-]{24,}$/.test(value)) return { class: 'opaque', value: null }
  return { class: 'custom-data', value: null }
}
