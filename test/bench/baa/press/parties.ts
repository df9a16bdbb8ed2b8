import type { Item, Speaker } from './content.ts'

/** How one side is spoken of: as subject, as object, whose, and how it is meant by "it". */
export type Voice = { subject: string; object: string; own: string; it: string; its: string; plural: boolean }

export type Style = {
  name: string
  ba: Voice
  ce: Voice
  /** Sentences before the terms; `work` says what the services are. */
  opening: (work: string) => string
  signature: string
  /** Words that come behind the terms and before the signature. */
  appendix?: string
}

const called = (name: string): Voice => ({
  subject: name,
  object: name,
  own: `${name}'s`,
  it: 'it',
  its: 'its',
  plural: false,
})
const many = (name: string): Voice => ({
  subject: name,
  object: name,
  own: `${name}'`,
  it: 'they',
  its: 'their',
  plural: true,
})
const we: Voice = { subject: 'we', object: 'us', own: 'our', it: 'we', its: 'our', plural: true }
const you: Voice = { subject: 'you', object: 'you', own: 'your', it: 'you', its: 'your', plural: true }

const ba = 'Northfield Reminders, Inc.'
const ce = 'Pine Street Pediatrics, P.C.'
const signed = (a: string, b: string) =>
  `${a}\n\nBy: /s/ Ruth Alder\nName: Ruth Alder\nTitle: President\nDate: March 3, 2025\n\n${b}\n\nBy: /s/ Omar Finch\nName: Omar Finch\nTitle: Managing Physician\nDate: March 4, 2025`

function defined(baTerm: string, ceTerm: string, names: readonly [string, string] = [ba, ce]): Style {
  const the = (term: string) => term.replace(/^the /, '')
  return {
    name: `${baTerm} / ${ceTerm}`,
    ba: called(baTerm),
    ce: called(ceTerm),
    opening: (work) =>
      `This Business Associate Agreement ("Agreement") is made on March 3, 2025 between ${names[1]} ("${the(ceTerm)}") and ${names[0]} ("${the(baTerm)}"), which provides ${work}.`,
    signature: signed(names[0], names[1]),
  }
}

/** One way each to name the two sides. */
export const styles: ReadonlyArray<Style> = [
  defined('Vendor', 'Practice'),
  defined('Business Associate', 'Covered Entity'),
  defined('BA', 'CE'),
  defined('the Company', 'Customer'),
  defined('Provider', 'Client'),
  defined('Contractor', 'the Clinic', [ba, 'Pine Street Clinic']),
  defined('Recipient', 'the University', ['Northfield Research Services, LLC', 'University of East Harlan']),
  defined('Associate', 'Entity'),
  defined('Service Provider', 'Health System', [ba, 'Pine Valley Health System']),
  defined('the Consultant', 'the Hospital', ['Northfield Advisors, LLC', 'Pine Valley Hospital']),
  defined('Northfield', 'Pine Street'),
  defined('NRI', 'PSP'),
  defined('Data Handler', 'Health Organization'),
  defined('Administrator', 'the Plan', ['Northfield Administrators, Inc.', 'Pine Valley Employees Health Plan']),
  defined('the Company', 'Provider', [ba, 'Pine Street Family Medicine, P.A.']),
  defined('Agency', 'the Pharmacy', ['Northfield Agency, LLC', 'Pine Street Pharmacy']),
  defined('Vendor', 'Company', [ba, 'Pine Valley Health, Inc.']),
  defined('Second Party', 'First Party'),
  defined('Supplier', 'Buyer'),
  defined('Subscriber Services', 'Member Practice'),
  {
    name: 'names, defined nowhere',
    ba: called('Northfield'),
    ce: called('Pine Street'),
    opening: (work) => `${ba} and ${ce} agree as follows. Northfield provides ${work} to Pine Street.`,
    signature: signed(ba, ce),
  },
  {
    name: 'we (vendor) and you',
    ba: we,
    ce: you,
    opening: (work) =>
      `These are the HIPAA terms between ${ba} ("we") and ${ce} ("you"). We provide ${work} to you as your business associate.`,
    signature: signed(ba, ce),
  },
  {
    name: 'we (practice) and you',
    ba: you,
    ce: we,
    opening: (work) =>
      `${ce} ("we") hires ${ba} ("you") for ${work}. As our business associate you receive the protected health information of our patients.`,
    signature: signed(ba, ce),
  },
  {
    name: 'the undersigned',
    ba: called('the undersigned'),
    ce: called('the Practice'),
    opening: (work) =>
      `HIPAA undertaking. The undersigned provides ${work} to ${ce} (the "Practice") as its business associate and agrees to this Agreement.`,
    signature: signed(`THE UNDERSIGNED: ${ba}`, `THE PRACTICE: ${ce}`),
  },
  {
    name: 'plural practices',
    ba: called('Vendor'),
    ce: many('the Practices'),
    opening: (work) =>
      `This Business Associate Agreement is between ${ba} ("Vendor") and Pine Street Pediatrics, P.C., Oak Lane Pediatrics, P.C. and Elm Court Pediatrics, P.C. (together the "Practices"). Vendor provides ${work}.`,
    signature: signed(ba, 'Pine Street Pediatrics, P.C., for the Practices'),
  },
  {
    name: 'one step down the chain',
    ba: called('Subcontractor'),
    ce: called('Business Associate'),
    opening: (work) =>
      `This Subcontractor Business Associate Agreement is between Harbor Practice Systems, LLC ("Business Associate"), which serves covered entities, and ${ba} ("Subcontractor"), which provides ${work} to Business Associate.`,
    signature: signed(ba, 'Harbor Practice Systems, LLC'),
  },
  {
    name: 'upstream and downstream',
    ba: called('Downstream'),
    ce: called('Upstream'),
    opening: (work) =>
      `Harbor Practice Systems, LLC ("Upstream") is a business associate of medical practices. ${ba} ("Downstream") provides ${work} to Upstream and is its subcontractor.`,
    signature: signed(ba, 'Harbor Practice Systems, LLC'),
  },
  {
    name: 'aliased twice',
    ba: called('Northfield'),
    ce: called('Practice'),
    opening: (work) =>
      `This Business Associate Agreement is between ${ba} ("Northfield" or "Vendor") and ${ce} ("Practice" or "Customer"). Vendor provides ${work} to Customer.`,
    signature: signed(ba, ce),
  },
  {
    name: 'named in the signature block',
    ba: called('Vendor'),
    ce: called('Practice'),
    opening: (work) => `BUSINESS ASSOCIATE AGREEMENT\n\nThe parties named below agree as follows about ${work}.`,
    signature: signed(`VENDOR: ${ba}`, `PRACTICE: ${ce}`),
  },
  {
    name: 'named in an appendix',
    ba: called('Contractor'),
    ce: called('Facility'),
    opening: (work) =>
      `BUSINESS ASSOCIATE AGREEMENT\n\nThis Agreement sets the terms for ${work}. Words with capital letters are explained in Appendix 1.`,
    appendix: `APPENDIX 1: MEANING OF WORDS\n\n"Contractor" means ${ba}.\n\n"Facility" means Pine Valley Surgical Center.\n\n"PHI" means protected health information that Contractor receives from Facility.\n\n"Security Incident" has the meaning given in 45 CFR 164.304.`,
    signature: signed(ba, 'Pine Valley Surgical Center'),
  },
  {
    name: 'cover sheet with leaders',
    ba: called('Associate'),
    ce: called('Practice'),
    opening: (work) =>
      `HIPAA AGREEMENT - COVER SHEET\n\nAssociate ................ ${ba}\nPractice ................. ${ce}\nServices ................. ${work}\nEffective Date ........... March 3, 2025\n\nTERMS`,
    signature: signed(ba, ce),
  },
  {
    name: 'cover sheet with colons',
    ba: called('Business Associate'),
    ce: called('Covered Entity'),
    opening: (work) =>
      `BUSINESS ASSOCIATE AGREEMENT\n\nBusiness Associate: ${ba}\nCovered Entity: ${ce}\nServices: ${work}\nEffective Date: March 3, 2025`,
    signature: signed(ba, ce),
  },
  {
    name: 'small letters',
    ba: called('the vendor'),
    ce: called('the clinic'),
    opening: (work) =>
      `Agreement under HIPAA between Pine Street Clinic (the clinic) and ${ba} (the vendor). The vendor provides ${work} to the clinic.`,
    signature: signed(ba, 'Pine Street Clinic'),
  },
  {
    name: 'known as',
    ba: called('Northfield'),
    ce: called('the Practice'),
    opening: (work) =>
      `${ba}, hereinafter referred to as Northfield, and ${ce}, hereinafter called the Practice, enter into this Business Associate Agreement for ${work}.`,
    signature: signed(ba, ce),
  },
]

const bySubject =
  /\{(BA|CE)\} (?=(?:determines|has|directs|violates|gives|becomes|instructs|lays|takes|receives|leaves|must|may|shall|will)\b)/g
const singular: Record<string, string> = { has: 'have', is: 'are', does: 'do' }

/** The act in the words of a style: who is "it" depends on who acts. */
export function worded(style: Style, act: string, by: Speaker): string {
  const own = style[by]
  return act
    .replace(bySubject, (_, who: string) => `${(who === 'BA' ? style.ba : style.ce).subject} `)
    .replace(/\{(BA|CE)('s)?\}/g, (_, who: string, possessed?: string) => {
      const voice = who === 'BA' ? style.ba : style.ce
      return possessed ? voice.own : voice.object
    })
    .replace(/\{it\}/g, own.it)
    .replace(/\{its\}/g, own.its)
    .replace(/\{(\w+)\}/g, (_, verb: string) => (own.plural ? (singular[verb] ?? verb.replace(/s$/, '')) : verb))
    .replace(
      /\b(we|you|the Practices) (determines|has|directs|violates|gives|becomes|instructs|lays)\b/g,
      (_, who, verb) => `${who} ${singular[verb as string] ?? (verb as string).replace(/s$/, '')}`,
    )
}

export const capital = (text: string) => text.replace(/^[a-z]/, (letter) => letter.toUpperCase())

const doubled: Record<string, string> = { permit: 'permitting', let: 'letting', bar: 'barring', end: 'ending' }
function gerundOf(verb: string): string {
  if (doubled[verb] !== undefined) return doubled[verb]
  return /[^e]e$/.test(verb) ? verb.replace(/e$/, 'ing') : `${verb}ing`
}
function thirdOf(verb: string): string {
  if (/(?:sh|ch|s|x)$/.test(verb)) return `${verb}es`
  return /[^aeiou]y$/.test(verb) ? verb.replace(/y$/, 'ies') : `${verb}s`
}

const verbs =
  'use|disclose|report|notify|inform|comply|encrypt|restrict|keep|ensure|require|make|document|provide|open|return|destroy|extend|limit|maintain|implement|send|bind|amend|incorporate|retain|give|store'
/** Turns the first verb, and those joined to it, into another form. */
function turned(act: string, by: (verb: string) => string): string {
  const first = act.replace(/^([a-z]+)\b/, (verb) => by(verb))
  return first.replace(
    new RegExp(
      String.raw`(?<=^\w+ or |, | and | or )(${verbs})\b(?! or disclosure)(?= (?:all|any|PHI|the|audit|access|it|to|no|further|further uses|copies|and|them)\b)`,
      'g',
    ),
    (verb) => by(verb),
  )
}

/** "Vendor shall report …", "report …", "reporting …", "Vendor reports …". */
export const forms = {
  full: (style: Style, item: Item) =>
    `${capital(style[item.by].subject)} ${item.mode} ${worded(style, item.act, item.by)}.`,
  bare: (style: Style, item: Item) => worded(style, item.act, item.by),
  gerund: (style: Style, item: Item) => turned(worded(style, item.act, item.by), gerundOf),
  told: (style: Style, item: Item) =>
    item.mode === 'shall' && !/^be\b/.test(item.act)
      ? `${capital(style[item.by].subject)} ${turned(worded(style, item.act, item.by), style[item.by].plural ? (verb) => verb : thirdOf)}.`
      : forms.full(style, item),
  passive: (style: Style, item: Item) =>
    item.passive === undefined ? forms.full(style, item) : `${capital(worded(style, item.passive, item.by))}.`,
}
