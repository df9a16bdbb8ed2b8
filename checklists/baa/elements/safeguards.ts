import type { Agreement } from '../clauses/agreement.ts'
import type { ReadClause } from '../clauses/read.ts'
import { against, fitting, keepsSafe, obeys } from '../lexicon/acts.ts'
import { ownAct } from '../lexicon/main-act.ts'
import { re, securityRule } from '../lexicon/phrases.ts'
import { absent, contrary, type Outcome, partial, present } from '../reading.ts'
import { incorporated } from './by-reference.ts'

const keep =
  /\b(?:safeguards?|safeguarded|safeguarding|protections?|measures|controls|care|precautions|means|steps|security program)\b/
const purposeWords =
  /\b(?:prevent\w*|protect\w*|guard|avert\w*|safeguard|deter|shield\w*|so that (?:nobody|no one|no person|_phi is not)|against|keep (?:_phi|it|them)|secure|stop|avoid|preclude|preserve|from being used)\b/
const appropriate =
  /\b(?:appropriately|properly|reasonably|suitably|adequately|appropriate|reasonable|suitable|adequate|administrative|physical|technical|commercially|suit(?:s|able)?|fit|industry|necessary|sufficient|safeguards that|all safeguards|such safeguards)\b/
const kinds = [/\badministrative\b/, /\bphysical\b/, /\btechnical\b|\btechnological\b/]

/** A promise of the vendor: a duty, or a fact where the text promises in the present tense or in the perfect. */
export function promises({ holder, modality }: ReadClause): boolean {
  return (holder === 'ba' || holder === 'thing' || holder === 'either') && (modality === 'duty' || modality === 'fact')
}

function byEntity({ text }: ReadClause): boolean {
  return /^(?:_ce|_sec)\b/.test(text) || /\bby _ce\b(?!'s)/.test(text.slice(0, 60))
}

/** "Vendor must use appropriate safeguards": nothing more is said, and nothing else is meant than the information's. */
const barely =
  /^_ba (?:shall|will|must|agrees to) (?:use|maintain|employ|apply|keep|implement|have) (?:appropriate|reasonable|suitable|adequate)(?: and (?:appropriate|reasonable|suitable|adequate))? safeguards(?: (?:for|to protect) (?:all )?_phi)?\W*$/

export function safeguards(a: Agreement): Outcome {
  const disclaimed = a.operative.filter(
    ({ holder, modality, text }) =>
      holder !== 'ce' &&
      modality === 'refuse' &&
      /\bsafeguard|\bsecure\b|\bsecurity\b.*_phi|\bprotect/.test(text) &&
      !/\bincidents?\b|\breport/.test(text) &&
      !/\bprevent/.test(text),
  )
  if (disclaimed.length > 0)
    return contrary('The vendor refuses the duty to safeguard the information in words.', disclaimed.slice(0, 1))
  const found = a.operative.filter(
    (clause) =>
      promises(clause) &&
      !byEntity(clause) &&
      (keep.test(clause.text) || keepsSafe.test(clause.text)) &&
      (kinds.every((kind) => kind.test(clause.text)) ||
        ((purposeWords.test(clause.text) ||
          against.test(clause.text) ||
          /\bnot used or disclosed|\bprevent/.test(clause.whole)) &&
          (appropriate.test(clause.text) ||
            fitting.test(clause.text) ||
            /\bprevent\w*\b[^;]{0,60}\b(?:use|disclos)/.test(clause.text)))) &&
      /_phi|\buse|\bdisclos|\binformation|\bit\b|_agr|what is entrusted|safeguards/.test(clause.text) &&
      !/^_sub|notify|report|extend the protections|infeasible|indemnif/.test(clause.text),
  )
  const kept = found.filter(
    ({ text, modality }) =>
      modality === 'duty' ||
      /\b(?:has|have) (?:implemented|put in place|adopted|established)|_ba (?:keep|maintain|use|employ|apply|operate|implement|has|have)/.test(
        text,
      ) ||
      a.presentTense,
  )
  if (kept.length > 0) {
    const oneKind =
      !kept.some(({ table }) => table) &&
      kept.every(
        ({ text }) =>
          kinds.filter((kind) => kind.test(text)).length === 1 && !/appropriate|reasonable|suitable/.test(text),
      )
    if (oneKind) return partial('Only one kind of safeguard is promised.', kept.slice(0, 1))
    kept.sort((x, y) => Number(x.table) - Number(y.table))
    const best = kept.find(({ text }) => kinds.every((kind) => kind.test(text))) ?? kept[0]!
    return present('The vendor promises safeguards against unprovided use or disclosure.', [best])
  }
  const each = kinds.map((kind) =>
    a.operative.find(
      (clause) =>
        clause.holder === 'ba' &&
        clause.modality === 'duty' &&
        kind.test(clause.text) &&
        /\bsafeguards?|measures|controls/.test(clause.text),
    ),
  )
  if (each.every((clause) => clause !== undefined)) {
    return present('All three kinds of safeguards are promised, one by one.', [
      ...new Set(each.filter((clause) => clause !== undefined)),
    ])
  }
  const plainly = a.operative.filter(
    (clause) => clause.holder === 'ba' && clause.modality === 'duty' && !byEntity(clause) && barely.test(clause.text),
  )
  if (plainly.length > 0) return present('The vendor promises appropriate safeguards.', plainly.slice(0, 1))
  const program = a.operative.filter(
    (clause) =>
      promises(clause) &&
      clause.holder === 'ba' &&
      /\bsecurity program\b|\bdata handling terms\b|\bsafeguards?\b/.test(clause.text) &&
      clause.modality === 'duty',
  )
  const reference = incorporated(a, ['164.504(e)(2)(ii)(B)'])
  if (reference !== null)
    return {
      ...partial('Taken in by reference to the regulation only.', [...reference, ...program.slice(0, 1)]),
      byReference: true,
    }
  const effort = a.operative.filter(
    ({ holder, modality, text }) => holder === 'ba' && modality === 'aim' && keep.test(text) && purposeWords.test(text),
  )
  if (effort.length > 0) return partial('Safeguards are an effort or an aim, not a duty.', effort.slice(0, 1))
  if (program.length > 0)
    return partial('A security program is named, but not what it must prevent.', program.slice(0, 1))
  return absent('No promise of the vendor to safeguard the information was found.')
}

const rule = re(securityRule)
/** "The Security Rule applies to Vendor, and it shall comply with it." */
function pointsToRule({ text, whole }: ReadClause): boolean {
  return (
    rule.test(whole) &&
    /\b(?:comply|abide|conform|follow|obey|observe|meet|live up)\w* (?:with |by |to )?(?:it|them|each|all)\b|\bacts? accordingly\b|\bdo(?:es)? (?:what|as) it (?:asks|requires|demands|says|calls for)/.test(
      text,
    )
  )
}
const obey =
  /\b(?:compl(?:y|ies|iance|ying)|live by|lives by|honou?r|heed|respect|keep to|keeps to|operate under|governed by|obey|follow|meet|meets|satisf(?:y|ies|ied)|compliant|adhered|complied|respected|honou?red|observe|adhere|abide|conform|observed|followed|met|fulfil\w*|carr(?:y|ies|ied) out|discharges?|bound by|demands?|requires|prescribes?|implement|in (?:full )?accordance with|as required by|under|required by|prescribe[sd]?|satisfying|binding (?:on|upon) _ba|binds? _ba|appl(?:y|ies) to _ba|govern\w*|conformity|in the manner|do what|lays? down|laid down|standards of|acts? accordingly)\b/
const selfJudged =
  /\b(?:parts|portions|provisions|so much|as much) of\b[^.;]{0,90}\b(?:that |which |as )?(?:_ba|it) (?:decides?|thinks?|finds?|judges?|considers?|chooses?|determines?|deems?|believes?)\b|\bsensible fit\b|\bas (?:_ba|it) (?:determines|considers|deems|thinks|sees)|\bto the extent (?:_ba|it) (?:determines|considers|deems)|\bin (?:its|_ba's) (?:sole )?(?:judgment|discretion|opinion)/

export function securityRuleDuty(a: Agreement): Outcome {
  const refused = a.operative.filter(
    ({ holder, modality, text }) =>
      holder !== 'ce' &&
      (modality === 'refuse' ||
        /\bdoes not agree to comply|not (?:be )?(?:subject to|bound by|required to comply with)/.test(text)) &&
      rule.test(text) &&
      !/_sub|bind them/.test(text),
  )
  if (refused.length > 0) return contrary('The vendor refuses to comply with the Security Rule.', refused.slice(0, 1))
  const found = a.operative.filter((clause) => {
    // 164.308(b) and 164.314(a)(2)(iii) speak of contracts with subcontractors.
    const text = clause.text.replace(/(?:164\.308\(b\)|164\.314)[()\w]*/g, ' ')
    const named = pointsToRule(clause) || rule.test(text)
    if (!promises(clause) || byEntity(clause) || ownAct(text) === null || !named || (!obey.test(text) && !obeys.test(text)))
      return false
    // The rule as a demand on subcontractors is their duty, not the vendor's own.
    const before = rule.test(text) ? text.slice(0, text.search(rule)) : clause.whole
    const toOthers =
      /_sub|another party|that party|any other company|third part|each signs|contractors|each of them|contract under which|\b(?:company|helper|firm|supplier|vendor) (?:accepts|agrees|signs|promises)/.test(
        before,
      )
    return (
      !toOthers &&
      clause.holder !== 'sub' &&
      !/164\.314\(a\)[^;]{0,40}incorporat|incorporat[^;]{0,60}164\.314/.test(text)
    )
  })
  const hard = found.filter(({ text }) => !selfJudged.test(text))
  if (hard.length > 0) return present('Compliance with the Security Rule is promised.', [hard[0]!])
  if (found.length > 0)
    return partial('Compliance with the Security Rule is left to the vendor\u2019s own judgement.', [found[0]!])
  const copied = a.operative.filter(
    (clause) =>
      promises(clause) &&
      clause.holder !== 'ce' &&
      clause.holder !== 'sub' &&
      /\bconfidentiality, integrity,? and availability\b/.test(clause.text),
  )
  if (copied.length > 0)
    return partial('Words of the Security Rule are copied; the rule itself is not promised.', [copied[0]!])
  const aim = a.operative.filter(
    ({ holder, modality, text }) => holder === 'ba' && modality === 'aim' && rule.test(text),
  )
  if (aim.length > 0) return partial('Compliance with the Security Rule is an effort, not a duty.', [aim[0]!])
  const reference = incorporated(a, ['164.504(e)(2)(ii)(B)', '164.314(a)(2)(i)(A)'])
  if (reference !== null)
    return { ...partial('Taken in by reference to the regulation only.', reference), byReference: true }
  return absent('Safeguards or not, the Security Rule itself is nowhere a duty of the vendor.')
}

export type Flag = true | false | 'descriptive' | 'other_party'
export type SafeguardFlags = { apt: Flag; enc_rest: Flag; enc_transit: Flag; access: Flag; audit_logs: Flag }

const encrypts = /\bencrypt\w*|\bAES\b|\btls\b|\bhttps\b|\bcipher\b|\bunreadable\b/i
const partOnly = /\b(?:laptops?|mobile devices?|portable (?:media|devices)|usb|thumb drives?|removable media)\b/
const wider = /_phi|\b(?:all|databases?|backups?|servers?|stored|storage|records|data|bodies|at rest)\b/
const tests: Record<Exclude<keyof SafeguardFlags, 'apt'>, (text: string) => boolean> = {
  enc_rest: (text) =>
    encrypts.test(text) &&
    /\b(?:at rest|stored?|stores|storage|databases?|disks?|backups?|while stored|servers|when saved|hard drives?|volumes|wherever it (?:is|sits)|all _phi|all times|holds|held)\b|\baes\b/.test(
      text,
    ) &&
    !(partOnly.test(text) && !/\bat rest|databases?|backups?|stored|servers/.test(text)),
  enc_transit: (text) =>
    /\btls\b|\bhttps\b|\bvpn\b|\bssl\b/.test(text) ||
    (encrypts.test(text) &&
      /\b(?:transit|transmi\w+|in motion|on the move|networks?|on the wire|in flight|sent|sends|on (?:its|the|their) way|to and from|connections?|leaving|leaves|moves|moving|travels?|traffic|over the internet|all times|before it (?:uploads|sends)|uploads|before leaving)\b/.test(
        text,
      )),
  access: (text) =>
    /\baccess (?:controls?|rights|privileges|permissions)\b|\b(?:restrict|limit|confine|reserve|close|open)s? (?!its |the use)[^;]{0,60}\bto (?:[a-z-]+ ){0,3}(?:staff|persons?|people|personnel|clerks?|[a-z]+(?:ers?|ors?|ians?|ists?|ants?|ees?))\b|\bwhich of (?:its|their) (?:people|staff|users|employees) (?:may|can|have|has|get|gets|reach|see)\b|\b(?:two|second|multi)-?step (?:log-?in|sign-?in|verification|authentication)|\bpass(?:phrases?|codes?|keys?)\b|\bonly those of its (?:people|staff|employees)\b|\b(?:nobody|no one|no person|none)\b[^.;]{0,60}\b(?:open|see|reach|read|access|view)\b[^.;]{0,40}\b(?:without|unless|except|but|save)\b|\brole-based|\bby role\b|\bleast[- ]privilege|\bleast access|\bunique (?:user )?(?:ids?|identifiers?|log-?ins?|credentials?|names?|passwords?|accounts?)|\bindividual (?:log-?ins?|passwords?|accounts?|credentials)|\bnamed (?:users?|accounts?|individuals|people|staff)|\baccess by (?:job|role)|\bmulti-?factor|\btwo-?factor|\b(?:mfa|2fa)\b|\b(?:accounts?|logins?|log-ins?) (?:will be|are|shall be|must be) personal|\blogins? of their own|\bsecond (?:authentication )?factor|\b(?:personal|separate|own) (?:log-?in|user id|account|password|name)s?|\bpasswords?\b|\bsign(?:s|ed)? (?:on|in) (?:as (?:himself|herself|themselves|a named)|under (?:his|her|their) own)|\breach(?:es)? only\b|\b(?:individually|personally) (?:assigned|issued) (?:credentials|log-?ins?|accounts?|ids?)|\bneed to (?:be there|know|see)|\bno person to have access\b[^;]{0,60}\b(?:save|except|but|unless)|\b(?:admit|admits|allow|allows|let|lets)\b[^;]{0,60}\bonly (?:personnel|people|staff|persons|those|users|employees)|\b(?:limit|limits|limited|limiting|restrict|restricts|restricted|restricting|control|controls|controlled) (?:\w+ ){0,3}access|\baccess (?:to [^;]{0,60})?(?:shall be|is|be|will be) (?:limited|restricted|granted|controlled|given)|\bneed[- ]to[- ]know|\brole limits|\bonly (?:those|people|staff|persons) (?:who|whose)[^;]{0,40}(?:job|work|need)/.test(
      text,
    ),
  audit_logs: (text) =>
    /\baudit (?:logs?|trails?|logging|records?)\b|\b(?:every|each|any|all) (?:look|reading|viewing|opening|use|access|sign-in|session)s?\b[^.;]{0,30}\b(?:logged|recorded)\b|\bto log (?:each|every|all)|\b(?:access|activity) logs?\b|\b(?:logs?|logging|records?) (?:of |each |all |every |any |who |when |showing )*(?:access\b|accesses|view|views|read|reads|opened|looked|viewed|use of)|\blogs? (?:each|every|all) (?:access|read|view|call)|\bkeep (?:a )?(?:log|record) of (?:who|every|each|all)(?! disclos)|\b(?:every|each|all) (?:access|accesses|view|look-up|log-?in)\b[^.;]{0,40}\b(?:logs?|logged|recorded|written)\b|\brecord of (?:every|each|all|who) (?:access|view|opened|person|time)/.test(
      text,
    ),
}
const exhibit = /\b(?:exhibit|schedule|annex|appendix|attachment|addendum)\b/
const adopts =
  /\b_ba (?:shall|will|must|agrees to) (?:operate|implement|maintain|apply|keep|meet|comply with|follow|observe)\b[^.;]{0,80}\b(?:exhibit|schedule|annex|appendix|attachment|every one|each of|all of|them|those|these)\b/

/** Controls listed under an exhibit that a duty in the body takes in. */
function exhibitPromised(a: Agreement, clause: ReadClause): boolean {
  return (
    exhibit.test(clause.topic) &&
    a.operative.some(({ text, whole }) => adopts.test(text) && (exhibit.test(text) || exhibit.test(whole)))
  )
}

const handsOver =
  /\b(?:deliver|send|provide|furnish|supply|give|make available|examine|inspect|request|ask|review|receive|see)\b[^;]{0,60}\b(?:audit logs?|access logs?|logs)\b/
const keepsLog =
  /\b(?:keep|keeps|keeping|kept|maintain|maintains|maintaining|retain|write|generate|produce|create|store|record|log each|log every|log all|enable|audit (?:logging|logs|trails?):)\b/

function flag(
  a: Agreement,
  name: keyof typeof tests,
  clauses: ReadonlyArray<ReadClause>,
): { flag: Flag; clause: ReadClause | null } {
  let best: { flag: Flag; clause: ReadClause | null } = { flag: false, clause: null }
  for (const clause of clauses) {
    const { holder, modality } = clause
    // "Stored data must be encrypted; so must data on the move."
    const text = /^(?:and )?so (?:must|shall|will|is|are)\b/.test(clause.text) ? clause.whole : clause.text
    if (
      !tests[name](text) ||
      modality === 'refuse' ||
      /\bnot (?:be )?encrypted|unencrypted|breach\b.*unsecured/.test(text)
    )
      continue
    if (
      name === 'audit_logs' &&
      holder !== 'ce' &&
      handsOver.test(text) &&
      /_ce|request|demand|asked/.test(text) &&
      !keepsLog.test(text.replace(handsOver, ''))
    )
      continue
    if (name === 'enc_rest' && partOnly.test(text) && !wider.test(text.replace(partOnly, ''))) continue
    const person =
      /^(?:every|each|all|any|no|none) (?:one )?(?:of )?(?:its |their |_ba's )?(?:[a-z]+ )?(?:agents?|persons?|people|staff|personnel|[a-z]+(?:ers?|ors?|ians?|ists?|ants?|ees?|erks?))\b/.test(
        text,
      )
    if (holder === 'sec' || (holder === 'sub' && !person)) continue
    if (holder === 'ce' || /^_ce\b/.test(text) || /\bby _ce\b/.test(text)) {
      if (modality === 'duty' && best.flag === false && !/\bsend|deliver|\bnotify\b|\blost\b/.test(text))
        best = { flag: 'other_party', clause }
      continue
    }
    const promised =
      modality === 'duty' ||
      (modality === 'fact' && exhibitPromised(a, clause)) ||
      (modality === 'fact' && a.presentTense) ||
      (modality === 'may' && name === 'access' && /^only\b/.test(text)) ||
      (modality === 'not' &&
        /\bnot (?:store|send|transmit|allow|permit|grant)[^;]{0,60}(?:unless|without|except|until|other than)/.test(
          text,
        ))
    if (promised) return { flag: true, clause }
    if (modality === 'fact' && best.flag !== 'descriptive') best = { flag: 'descriptive', clause }
  }
  return best
}

export function safeguardFlags(a: Agreement): { flags: SafeguardFlags; clauses: ReadonlyArray<ReadClause> } {
  const pool = a.clauses.filter(({ zone }) => zone === 'operative' || zone === 'entry')
  const promised = pool.filter(
    (clause) =>
      promises(clause) &&
      !byEntity(clause) &&
      (clause.modality === 'duty' ||
        a.presentTense ||
        /\b(?:has|have) (?:implemented|put in place|adopted|established)/.test(clause.text)),
  )
  const together = promised.find(({ text }) => kinds.every((kind) => kind.test(text)))
  const rows = kinds.map((kind) =>
    promised.find(
      ({ text, table, unit }) =>
        (table || /safeguard|control|measure/.test(text) || unit.kind === 'entry') && kind.test(text),
    ),
  )
  const listed = rows.every((row) => row !== undefined)
  const told = pool.find(
    (clause) => clause.modality === 'fact' && clause.holder !== 'ce' && kinds.every((kind) => kind.test(clause.text)),
  )
  const apt: Flag = together !== undefined || listed ? true : told !== undefined ? 'descriptive' : false
  const rest = flag(a, 'enc_rest', pool)
  const transit = flag(a, 'enc_transit', pool)
  const access = flag(a, 'access', pool)
  const logs = flag(a, 'audit_logs', pool)
  const clauses = [
    together ?? (listed ? rows[0] : told),
    rest.clause,
    transit.clause,
    access.clause,
    logs.clause,
  ].filter((clause) => clause !== undefined && clause !== null)
  return {
    flags: { apt, enc_rest: rest.flag, enc_transit: transit.flag, access: access.flag, audit_logs: logs.flag },
    clauses: [...new Set(clauses)],
  }
}

const flagNames: Record<keyof SafeguardFlags, string> = {
  apt: 'administrative, physical and technical safeguards',
  enc_rest: 'encryption at rest',
  enc_transit: 'encryption in transit',
  access: 'access control',
  audit_logs: 'audit logs',
}

export function safeguardsClause(
  _a: Agreement,
  r04: Outcome,
  r05: Outcome,
  found: ReturnType<typeof safeguardFlags>,
): Outcome {
  if (r04.reading === 'contrary') {
    return contrary('The duty to safeguard the information is disclaimed.', [
      ...r04.clauses,
      ...(r05.reading === 'contrary' ? r05.clauses : []),
    ])
  }
  const names = Object.keys(flagNames) as Array<keyof SafeguardFlags>
  const missing = names.filter((name) => found.flags[name] !== true)
  const limbs = Object.fromEntries(names.map((name) => [name, found.flags[name] === true]))
  if (missing.length === 0) return present('All five are promised by the vendor.', found.clauses, limbs)
  const some = [...new Set([...r04.clauses, ...r05.clauses, ...found.clauses])]
  if (r04.reading === 'absent' && r05.reading === 'absent' && !names.some((name) => found.flags[name] === true)) {
    return absent('No safeguard is promised by the vendor.')
  }
  return {
    ...partial(`Not promised by the vendor: ${missing.map((name) => flagNames[name]).join(', ')}.`, some, limbs),
    byReference: r04.byReference === true,
  }
}
