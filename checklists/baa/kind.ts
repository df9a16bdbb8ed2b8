import type { Agreement } from './clauses/agreement.ts'
import type { ReadClause } from './clauses/read.ts'
import type { Outcome } from './reading.ts'

export type DocumentKind = 'agreement' | 'almost' | 'other'
/** What the document is, in words a reader can check, and the sentence that shows it. */
export type Kind = {
  kind: DocumentKind
  looksLike: string
  shownBy: ReadClause | null
  /** For an "almost": whether its own words bind (a signed card, an amendment), so that they are read. */
  binds: boolean
}

type Sign = {
  looksLike: string
  test: (a: Agreement, text: string) => ReadClause | null | boolean
  binds?: boolean
  needs?: (count: number) => boolean
  /** A name that a business associate agreement may also bear, where it says itself what it is. */
  ownName?: boolean
  /** Refused however many duties it holds: the duties are not a business associate's. */
  whatever?: boolean
}

const names = /business associate (?:agreement|contract|addendum)|\bbaa\b/
/** A title that says what the paper is, in the words short forms use. */
const titled =
  /business associate (?:agreement|contract|addendum|terms|rider|exhibit|provisions|schedule|clause)|\bbaa\b|hipaa (?:addendum|agreement|terms|rider|exhibit|contract|provisions|annex|schedule|appendix|undertaking)|\b(?:annex|exhibit|appendix|schedule|addendum|rider|attachment)\b[^\n]{0,14}(?:protected health information|\bphi\b|hipaa|business associate|patient privacy)/
/** "This Memorandum serves as the written contract that 45 CFR 164.502(e)(2) calls for." */
const declares =
  /\b(?:_agr|this [a-z]+)\b[^.;]{0,60}?\b(?:is|are|serves? as|constitutes?|shall be|forms?|counts? as|stands? as|acts? as)\b[^.;]{0,60}?\b(?:business associate (?:agreement|contract|addendum|terms)|(?:contract|assurances?|agreement|arrangement)\b[^.;]{0,60}?(?:164\.502\(e\)|164\.504\(e\)|164\.308\(b\)|164\.314))/
const clauseWith = (a: Agreement, pattern: RegExp): ReadClause | null =>
  a.clauses.find(({ text }) => pattern.test(text)) ?? null
const titleOf = (a: Agreement): string => a.shadow.words.text.slice(0, 500).toLowerCase()
const head = (a: Agreement, chars = 900) => a.shadow.words.text.slice(0, chars).toLowerCase()

const almost: ReadonlyArray<Sign> = [
  {
    looksLike: 'an amendment without the agreement it changes',
    binds: true,
    test: (a) =>
      /\b(?:amendment|modification|change order|side letter)\b/.test(titleOf(a)) &&
      !/\bamended and restated\b/.test(titleOf(a))
        ? clauseWith(
            a,
            /\b(?:is|are|shall be|hereby) (?:hereby )?(?:deleted|replaced|amended|revised|modified|changed)\b|\bstays? in force|remains? in (?:full )?(?:force|effect)|\bchanges the\b|\bas amended\b/,
          )
        : false,
    needs: (count) => count <= 6,
  },
  {
    looksLike: 'a summary that points to the agreement kept elsewhere',
    binds: true,
    test: (a) =>
      clauseWith(
        a,
        /\b(?:not the agreement|summary only|is a (?:reminder|summary)|reminder,? not|full agreement:|does not replace the|in short:|for reference only|quick reference|(?:the )?agreement (?:counts|controls|governs))\b/,
      ) !== null &&
      /\b(?:summary|card|reference|at a glance|cheat|overview|abstract|digest|one-pager|key terms)\b/.test(titleOf(a))
        ? clauseWith(
            a,
            /\b(?:not the agreement|reminder|full agreement|summary|(?:quick|for) reference|agreement (?:counts|controls|governs))\b/,
          )
        : false,
  },
  {
    looksLike: 'a message asking for a signature',
    test: (a) =>
      /^\s*(?:from|to|subject|date|dear|hello|hi)\b/im.test(head(a, 300)) &&
      /\b(?:subject|dear|from|re):|\bdear\b|\bhello\b|^hi\b/im.test(head(a)) &&
      names.test(a.shadow.words.text.toLowerCase())
        ? clauseWith(
            a,
            /\b(?:please (?:have|sign|return|review|find)|attached|sign and return|need a signed|returned? (?:it|the signed)|enclosed|docusign|awaiting|before go-live|for your signature)\b/,
          )
        : false,
    needs: (count) => count <= 7,
  },
  {
    looksLike: 'a page of questions and answers about an agreement',
    test: (a) =>
      /\b(?:faq|frequently asked|help cent(?:er|re)|knowledge base|support article|was this article|our baa)\b/.test(
        a.shadow.words.text.toLowerCase(),
      )
        ? clauseWith(
            a,
            /\b(?:under (?:our|_ba's) baa|the baa (?:comes|covers|is)|(?:sign|request|ask for|get) (?:a |the |_ba's |our )?(?:baa|business associate agreement)|account manager|was this article|does the baa|our baa|_ba's baa)\b/,
          )
        : false,
    needs: (count) => count <= 6,
  },
  {
    looksLike: 'a letter of intent or a promise to agree later',
    test: (a) =>
      clauseWith(
        a,
        /\b(?:will|shall|intend to|agree to) (?:negotiate|enter into|sign|execute|conclude)\b[^.]{0,80}\b(?:business associate (?:agreement|contract|addendum)|baa)\b|\bexpect (?:that agreement|the (?:baa|agreement))|\bletter of intent\b|\bbinds neither|\bnon-binding|\bmemorandum of intent|\bterm sheet\b/,
      ) !== null &&
      /\b(?:letter of intent|intent|term sheet|proposal|heads of terms|memorandum of understanding|quote|offer)\b/.test(
        head(a),
      )
        ? clauseWith(
            a,
            /\b(?:negotiate and sign|expect|intend|letter of intent|non-binding|binds neither|term sheet)\b/,
          )
        : false,
    needs: (count) => count <= 7,
  },
  {
    looksLike: 'a register of agreements',
    test: (a) => {
      const rows = a.units.filter(({ kind }) => kind === 'row')
      const header = rows.find(
        ({ cells }) =>
          cells.some(({ text }) => /\bvendor|supplier|associate|company\b/i.test(text)) &&
          cells.some(({ text }) => /\bbaa|agreement|signed|renewal|expir|audit|breach/i.test(text)),
      )
      const listed =
        /\b(?:register|inventory|tracker|log of (?:baas|agreements)|list of (?:business associates|baas|vendors)|vendor list)\b/.test(
          head(a),
        )
      return (header !== undefined && rows.length >= 3 && listed) ||
        (header !== undefined && rows.length >= 4 && header.cells.length >= 5)
        ? (a.clauses.find(({ unit }) => unit.kind === 'row') ?? true)
        : false
    },
    needs: (count) => count <= 4,
  },
  {
    looksLike: 'a form, checklist or certificate about an agreement',
    test: (a) =>
      /\b(?:checklist|questionnaire|certificate|acknowledg(?:e)?ment of receipt|cover (?:letter|sheet)|notice of (?:termination|non-renewal|breach)|termination notice|minutes|training|template instructions|instructions|guide)\b/.test(
        titleOf(a),
      ) &&
      names.test(a.shadow.words.text.toLowerCase()) &&
      /\bbusiness associate|\bbaa\b/.test(titleOf(a))
        ? (a.clauses.find(({ text }) => names.test(text)) ?? true)
        : false,
    needs: (count) => count <= 4,
  },
]

const other: ReadonlyArray<Sign> = [
  {
    looksLike: 'a confidentiality form for staff',
    test: (a) =>
      /\b(?:workforce|employees?|staff|volunteers?|students?|personnel|interns?)\b[^\n]{0,40}\b(?:confidentiality|acknowledg\w+|agreement|pledge|oath|statement)\b|\b(?:confidentiality|privacy) (?:pledge|oath|statement)\b/.test(
        titleOf(a),
      )
        ? clauseWith(
            a,
            /\bmember of [^.;]{0,40}workforce\b|\bi (?:understand|will|agree)\b|\bdiscipline\b|\bmy (?:employment|work|duties|placement)\b/,
          )
        : false,
    whatever: true,
  },
  {
    looksLike: 'a consent or authorization of a patient',
    test: (a) =>
      /\b(?:consent|authori[sz]ation|release of information)\b/.test(titleOf(a).split('\n').slice(0, 3).join(' ')) &&
      !titled.test(titleOf(a).slice(0, 120))
        ? clauseWith(a, /\bi (?:agree|authori[sz]e|consent|may|understand|know)\b/)
        : false,
    whatever: true,
  },
  {
    looksLike: 'a data use agreement for a limited data set',
    test: (a) =>
      /\b(?:data use agreement|limited data set)\b/.test(titleOf(a)) && !names.test(titleOf(a))
        ? (clauseWith(a, /limited data set|not its business associate/) ?? true)
        : false,
    whatever: true,
  },
  {
    looksLike: 'a nondisclosure agreement',
    test: (a) =>
      /\b(?:non-?disclosure|confidentiality) agreement\b/.test(titleOf(a))
        ? (clauseWith(
            a,
            /not a business associate|will not exchange|"confidential information"|confidential information/,
          ) ?? true)
        : false,
  },
  {
    looksLike: 'a notice of privacy practices',
    test: (a) =>
      /\bnotice of (?:our )?privacy practices\b|\bprivacy (?:notice|policy)\b/.test(titleOf(a))
        ? (clauseWith(
            a,
            /\bhow (?:your )?medical information|your rights|how _ba may use|your health information|we (?:may )?use (?:and|or) (?:disclose|share)/,
          ) ?? true)
        : false,
  },
  {
    looksLike: 'an internal policy',
    test: (a) =>
      /^\s*(?:[\w .&'-]{0,60}\n)?.{0,30}\b(?:policy|procedure|sop|protocol|plan|manual|handbook)\b/.test(
        titleOf(a).trimStart(),
      )
        ? (clauseWith(a, /\bworkforce|policy|procedure|staff\b/) ?? true)
        : false,
  },
  {
    looksLike: 'a services agreement that only speaks of a business associate agreement',
    test: (a) =>
      /\b(?:services?|master|subscription|consulting|staffing|license|supply|purchase|statement of work|order)\b[^\n]{0,30}\b(?:agreement|contract|order|terms)\b|\bterms of (?:service|use)\b/.test(
        titleOf(a),
      ) &&
      // An addendum names the order it belongs to: what its own title calls it counts first.
      !titled.test(titleOf(a).slice(0, 120))
        ? (clauseWith(a, /business associate/) ?? true)
        : false,
    ownName: true,
  },
  {
    looksLike: 'a data protection addendum without HIPAA terms',
    test: (a) => !!/\b(?:data (?:processing|protection)|gdpr|dpa|controller|processor)\b/.test(titleOf(a)),
  },
]

/**
 * Agreement, about an agreement, or something else. `bound` = how many of the required elements the text settles as a
 * duty (or refusal) of a business associate; papers about agreements settle few of their own.
 */
export function kindOf(a: Agreement, elements: Readonly<Record<string, Outcome>>): Kind {
  const settled = Object.values(elements).filter(({ reading }) => reading !== 'absent')
  const bound = settled.length
  const text = a.shadow.words.text.toLowerCase()
  const privacy =
    /\bhipaa\b|\bphi\b|protected health information|164\.5\d\d|subpart e/.test(text) ||
    (text.match(/patient (?:information|data)/g)?.length ?? 0) >= 2 ||
    // A short form that calls itself by the name need not spell the rule out.
    (titled.test(titleOf(a)) && /\bpatients?\b/.test(text))
  const denied = clauseWith(
    a,
    /_agr is not an? (?:business associate|baa)|\b(?:is|are) not (?:acting as )?(?:its|an?|the|_ce's|_ba's) (?:business associate|_ba)\b(?! (?:agreement|contract))|\bnot (?:itself )?a business associate (?:agreement|contract)|\bdo(?:es)? not believe that _ba is an?|will not exchange _phi|\bno (?:_phi|protected health information) (?:will|shall) be (?:exchanged|disclosed|shared)/,
  )
  const found = (signs: ReadonlyArray<Sign>): { sign: Sign; shownBy: ReadClause | null } | null => {
    for (const sign of signs) {
      const result = sign.test(a, text)
      if (result === false || result === null || (sign.needs !== undefined && !sign.needs(bound))) continue
      return { sign, shownBy: result === true ? null : result }
    }
    return null
  }
  const other_ = found(other)
  const almost_ = found(almost)
  if (almost_ !== null && (bound < 9 || almost_.sign.binds === true)) {
    return {
      kind: 'almost',
      looksLike: almost_.sign.looksLike,
      shownBy: almost_.shownBy,
      binds: almost_.sign.binds === true,
    }
  }
  const core = ['R03', 'R04', 'R05', 'R06', 'R07', 'R08', 'R09', 'R15', 'R16'].filter(
    (id) => elements[id]?.reading !== 'absent',
  ).length
  const says =
    /business associate (?:agreement|contract|addendum|terms|exhibit|provisions|rider|schedule)|\bbaa\b|\bhipaa\b|business associate/.test(
      text,
    )
  const declared = clauseWith(a, declares)
  const calledSo =
    declared !== null && !/\b(?:not|no|until|when|once|if|will be)\b/.test(declares.exec(declared.text)![0])
  const paper =
    other_ !== null &&
    (other_.sign.whatever === true ||
      (bound < 9 && !(calledSo && other_.sign.ownName === true)) ||
      (denied !== null && bound < 13))
  if (denied !== null && bound < 13)
    return {
      kind: 'other',
      looksLike: other_?.sign.looksLike ?? 'a contract that is not a business associate agreement',
      shownBy: denied,
      binds: false,
    }
  if (paper || !privacy)
    return {
      kind: 'other',
      looksLike: other_?.sign.looksLike ?? 'a document without HIPAA terms',
      shownBy: other_?.shownBy ?? null,
      binds: false,
    }
  const sided = a.operative.filter(({ holder, modality }) => holder === 'ba' && modality !== 'fact').length
  if (core >= 4 && (says || bound >= 7) && (sided >= 4 || bound >= 8))
    return { kind: 'agreement', looksLike: 'a business associate agreement', shownBy: null, binds: true }
  if (core >= 1 && bound >= 3 && (titled.test(titleOf(a)) || calledSo) && sided >= 3)
    return { kind: 'agreement', looksLike: 'a short business associate agreement', shownBy: null, binds: true }
  if (names.test(titleOf(a)) || (names.test(text) && bound >= 2)) {
    return {
      kind: 'almost',
      looksLike: 'a document about a business associate agreement',
      shownBy: clauseWith(a, names),
      binds: false,
    }
  }
  return { kind: 'other', looksLike: 'no duties of a business associate', shownBy: null, binds: false }
}
