import type { PageEvidence } from '#scanners/site/evidence.ts'
import { degree, jsonLdClass, medicalWord, type PageClass, pageWords } from '../knowledge/page-words.ts'
import { type FormKind, formKind } from './form-kind.ts'
import { pathWords, plainWords, titleParts } from './page-text.ts'
import { tokenInUrl } from './token-link.ts'
import { vendorOfHost } from './vendors.ts'

export type { PageClass }
export type Risk = 'A' | 'B' | 'C' | 'D'

/**
 * `risk` is for the order of attention and takes the stricter reading; `legalRisk` is for legal words and takes the
 * milder one. They differ where words alone suggest a patient transaction and no field or scheduler was seen.
 */
export type Classified = {
  class: PageClass
  risk: Risk
  legalRisk: Risk
  classReasons: ReadonlyArray<string>
  /** 0 to 1: how far the chosen class leads, and how much speaks for it. */
  confidence: number
  tokenLink: string | null
}

type Votes = { score: Map<PageClass, number>; reasons: Array<{ class: PageClass; votes: number; text: string }> }

function vote(votes: Votes, name: PageClass, amount: number, text: string): void {
  if (amount <= 0) return
  votes.score.set(name, (votes.score.get(name) ?? 0) + amount)
  votes.reasons.push({ class: name, votes: amount, text })
}

const transactions: ReadonlySet<PageClass> = new Set(['booking', 'intake', 'portal-login', 'payment'])

/** One text votes for every class it names; a medical word counts less beside a word of action ("book a cardiology visit"). */
function voteByWords(votes: Votes, words: string, weight: number, where: string): void {
  let acted = false
  for (const [name, { strong, weak }] of Object.entries(pageWords) as Array<
    [Exclude<PageClass, 'home'>, (typeof pageWords)['booking']]
  >) {
    const hit = strong.exec(words)
    if (hit !== null) {
      vote(votes, name, weight, `${where} says "${hit[0].trim()}"`)
      if (transactions.has(name) || name === 'provider' || name === 'privacy-policy' || name === 'other') acted = true
    } else if (weak.test(words)) vote(votes, name, weight * 0.35, `${where} has a word of ${name}`)
  }
  const medical = medicalWord.exec(words)
  if (medical !== null) vote(votes, 'condition', acted ? weight * 0.4 : weight * 1.1, `${where} names "${medical[0]}"`)
}

function voteByAddress(votes: Votes, url: URL): boolean {
  const segments = pathWords(url.pathname)
  const last = segments.at(-1)
  const root = last === undefined || (segments.length === 1 && /^(index|home|default|inicio)$/.test(last))
  if (root && url.search === '') vote(votes, 'home', 5, 'the address is the front page')
  else if (root) vote(votes, 'home', 2, 'the address is the front page')
  else voteByWords(votes, last!, 2, 'the address')
  for (const parent of segments.slice(0, -1)) voteByWords(votes, parent, 0.9, 'the folder')
  const sub = url.hostname
    .split('.')
    .slice(0, -2)
    .filter((label) => label !== 'www')
  for (const label of sub) voteByWords(votes, plainWords(label.replace(/-/g, ' ')), 1.5, 'the host name')
  return root
}

function voteByEmbeds(votes: Votes, page: PageEvidence): boolean {
  let scheduler = false
  for (const request of page.requests) {
    if (!request.thirdParty) continue
    const framed = request.target === 'iframe' || /^(document|iframe|sub_frame|subframe)$/i.test(request.type)
    const vendor = vendorOfHost(request.host, request.path)
    if (!framed || vendor === null) continue
    if (vendor.category === 'scheduler' && !scheduler) {
      vote(votes, 'booking', 6, `${vendor.name} is embedded`)
      scheduler = true
    }
    if (vendor.category === 'form') vote(votes, 'intake', 0.5, `${vendor.name} is embedded`)
  }
  return scheduler
}

function pageUrl(page: PageEvidence): URL {
  try {
    return new URL(page.finalUrl ?? page.url)
  } catch {
    // The scanner stores addresses it opened; an unreadable one still gets a class from the page's words.
    return new URL('http://unknown.invalid/unreadable')
  }
}

function gather(
  page: PageEvidence,
  url: URL,
): { votes: Votes; root: boolean; scheduler: boolean; forms: Array<FormKind> } {
  const votes: Votes = { score: new Map(), reasons: [] }
  const root = voteByAddress(votes, url)
  const h1 = plainWords(page.headings[0] ?? '')
  const parts = titleParts(page.title, url.hostname)
  const about = parts.filter(({ own }) => own).map(({ words }) => words)
  for (const words of about.slice(0, 2)) voteByWords(votes, words, root ? 0.5 : 1.4, 'the title')
  if (about.some((words) => /^(home|home page|welcome|inicio)$/.test(words)))
    vote(votes, 'home', 2, 'the title says home')
  if (h1 !== '') voteByWords(votes, h1, root ? 0.5 : 2, 'the main heading')
  if (degree.test(page.headings[0] ?? '') || degree.test(page.title))
    vote(votes, 'provider', 2.5, 'a name with a degree')
  for (const heading of page.headings.slice(1, 5))
    voteByWords(votes, plainWords(heading), root ? 0.1 : 0.25, 'a heading')
  for (const text of page.linkTexts.slice(0, 3)) voteByWords(votes, plainWords(text), 0.8, 'a link to it')
  for (const type of new Set(page.jsonLdTypes)) {
    // Types are words of the page: "constructor" must not find what every object has.
    const name = Object.hasOwn(jsonLdClass, type) ? jsonLdClass[type] : undefined
    if (name !== undefined) vote(votes, name, name === 'home' ? 0.5 : 1.6, `structured data says ${type}`)
  }
  const words = [h1, ...about, ...pathWords(url.pathname)].join(' ')
  const forms = page.forms.map((form) => formKind(form, words)).filter((kind) => kind.votes > 0 && kind.class !== null)
  for (const kind of forms) vote(votes, kind.class!, kind.votes, kind.reason)
  return { votes, root, scheduler: voteByEmbeds(votes, page), forms }
}

function riskOf(name: PageClass): Risk {
  if (transactions.has(name)) return 'B'
  return name === 'condition' || name === 'provider' ? 'C' : 'D'
}

/**
 * Names what a page is for and how near it is to a patient's own data. Pure; votes of address, title, headings, fields,
 * structured data, link words and embedded schedulers; a form outvotes words.
 */
export function classifyPage(page: PageEvidence): Classified {
  const url = pageUrl(page)
  const { votes, scheduler, forms } = gather(page, url)
  const ranked = [...votes.score].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
  const [name, top] = ranked[0] ?? (['other', 0] as const)
  const chosen: PageClass = top < 0.7 ? 'other' : name
  const second = ranked[1]?.[1] ?? 0
  const confidence = top === 0 ? 0.2 : Math.round((top / (top + second)) * Math.min(1, top / 4) * 100) / 100
  const tokenLink = tokenInUrl(url)
  const asked = forms.find(({ transaction }) => transaction)
  const firm = asked !== undefined || scheduler || tokenLink !== null
  let risk = firm ? 'B' : riskOf(chosen)
  // Words alone: another patient-transaction class close behind counts for the order of attention only.
  if (risk !== 'B' && ranked[1] !== undefined && riskOf(ranked[1][0]) === 'B' && second >= top * 0.85 && top < 5)
    risk = 'B'
  const wordsSuffice = riskOf(chosen) === 'B' && top >= 3.5 && second <= top * 0.6
  const milder = ranked.map(([other]) => riskOf(other)).find((other) => other !== 'B') ?? 'D'
  const legalRisk: Risk = page.authenticated ? 'A' : firm || wordsSuffice ? 'B' : risk === 'B' ? milder : risk
  const reasons = votes.reasons
    .filter((reason) => reason.class === chosen)
    .sort((a, b) => b.votes - a.votes)
    .slice(0, 4)
    .map(({ text }) => text)
  if (page.authenticated) reasons.unshift('the page is behind a login')
  if (tokenLink !== null) reasons.push(tokenLink)
  if (asked !== undefined && !reasons.includes(asked.reason)) reasons.push(asked.reason)
  if (risk === 'B' && !firm) reasons.push('no field was seen on it')
  return {
    class: chosen,
    risk: page.authenticated ? 'A' : (risk as Risk),
    legalRisk,
    classReasons: reasons.length === 0 ? ['nothing on the page names its purpose'] : reasons,
    confidence,
    tokenLink,
  }
}
