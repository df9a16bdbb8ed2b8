import type { Agreement } from '../clauses/agreement.ts'
import type { ReadClause } from '../clauses/read.ts'
import { absent, contrary, type Outcome, partial, present } from '../reading.ts'
import { byEntity, kinds, promises } from './safeguards.ts'

export type Flag = true | false | 'descriptive' | 'other_party'
export type SafeguardFlags = { apt: Flag; enc_rest: Flag; enc_transit: Flag; access: Flag; audit_logs: Flag }

const encrypts = /\bencrypt\w*|\bencipher\w*|\bencoded\b|\bAES\b|\btls\b|\bhttps\b|\bcipher\b|\bunreadable\b/i
const partOnly = /\b(?:laptops?|mobile devices?|portable (?:media|devices)|usb|thumb drives?|removable media)\b/
const wider = /_phi|\b(?:all|databases?|backups?|servers?|stored|storage|records|data|bodies|at rest)\b/
const tests: Record<Exclude<keyof SafeguardFlags, 'apt'>, (text: string) => boolean> = {
  enc_rest: (text) =>
    encrypts.test(text) &&
    /\b(?:at rest|stored?|stores|storage|databases?|disks?|backups?|while stored|servers|when saved|hard drives?|volumes|wherever (?:it|_ba|_phi) (?:is|sits|lies|rests|keeps?|holds?|stores?|is kept|is held|is stored)|every disk|all _phi|all times|holds|held)\b|\baes\b/.test(
      text,
    ) &&
    !(partOnly.test(text) && !/\bat rest|databases?|backups?|stored|servers/.test(text)),
  enc_transit: (text) =>
    /\btls\b|\bhttps\b|\bvpn\b|\bssl\b/.test(text) ||
    (encrypts.test(text) &&
      /\b(?:transit|transmi\w+|in motion|on the move|networks?|on the wire|in flight|sent|sends|on (?:its|the|their) way|to and from|connections?|leaving|leaves|moves|moving|transfers?|travels?|traffic|over the internet|all times|before it (?:uploads|sends)|uploads|before leaving)\b/.test(
        text,
      )),
  access: (text) =>
    /\baccess (?:controls?|rights|privileges|permissions)\b|\b(?:restrict|limit|confine|reserve|close|open)s? (?!its |the use)[^;]{0,60}\bto (?:[a-z-]+ ){0,3}(?:staff|persons?|people|personnel|clerks?|[a-z]+(?:ers?|ors?|ians?|ists?|ants?|ees?))\b|\bwhich of (?:its|their) (?:people|staff|users|employees) (?:may|can|have|has|get|gets|reach|see)\b|\b(?:two|second|multi)-?step (?:log-?in|sign-?in|verification|authentication)|\bpass(?:phrases?|codes?|keys?)\b|\bonly those of its (?:people|staff|employees)\b|\b(?:nobody|no one|no person|none)\b[^.;]{0,60}\b(?:open|see|reach|read|access|view)\b[^.;]{0,40}\b(?:without|unless|except|but|save)\b|\brole-based|\bby role\b|\bleast[- ]privilege|\bleast access|\bunique (?:user )?(?:ids?|identifiers?|log-?ins?|credentials?|names?|passwords?|accounts?)|\bindividual (?:log-?ins?|passwords?|accounts?|credentials)|\bnamed (?:users?|accounts?|individuals|people|staff)|\baccess by (?:job|role)|\bmulti-?factor|\btwo-?factor|\b(?:mfa|2fa)\b|\b(?:accounts?|logins?|log-ins?) (?:will be|are|shall be|must be) personal|\b(?:log-?ins?|user ?names?|user ids?|accounts?|passwords?) of (?:his or her|his|her|their|its) own|\bsecond (?:authentication )?factor|\b(?:personal|separate|own) (?:log-?in|user id|account|password|name)s?|\bpasswords?\b|\bsign(?:s|ed)? (?:on|in) (?:as (?:himself|herself|themselves|a named)|under (?:his|her|their) own)|\breach(?:es)? only\b|\b(?:individually|personally) (?:assigned|issued) (?:credentials|log-?ins?|accounts?|ids?)|\bneed to (?:be there|know|see)|\bno person to have access\b[^;]{0,60}\b(?:save|except|but|unless)|\b(?:admit|admits|allow|allows|let|lets)\b[^;]{0,60}\bonly (?:personnel|people|staff|persons|those|users|employees)|\b(?:limit|limits|limited|limiting|restrict|restricts|restricted|restricting|control|controls|controlled) (?:\w+ ){0,3}access|\baccess (?:to [^;]{0,60})?(?:shall be|is|be|will be) (?:limited|restricted|granted|controlled|given)|\bneed[- ]to[- ]know|\brole limits|\bonly (?:those|people|staff|persons) (?:who|whose)[^;]{0,40}(?:job|work|need)/.test(
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

export function safeguardFlags(
  a: Agreement,
  r04: Outcome,
): { flags: SafeguardFlags; clauses: ReadonlyArray<ReadClause> } {
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
  // "We keep up a program of administrative, physical and technical safeguards": told, and the promise R04 rests on.
  const kept = told?.holder === 'ba' && r04.reading === 'present' && r04.clauses.includes(told)
  const apt: Flag = together !== undefined || listed || kept ? true : told !== undefined ? 'descriptive' : false
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
