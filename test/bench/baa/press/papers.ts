import type { Content, Item } from './content.ts'
import type { Layout } from './layouts.ts'
import { capital, forms, type Style, worded } from './parties.ts'
import { spanish } from './spanish.ts'

const spoken = (style: Style) => style.ba.it === 'we' || style.ba.it === 'you'
const low = (text: string) => text.replace(/^(?:The|We|You)\b/, (word) => word.toLowerCase())
const clausal = (style: Style, item: Item) => low(forms.full(style, item)).replace(/\.$/, '')

const openings = ['First,', 'Next,', 'In addition,', 'As well,', 'Further,', 'Likewise,']

function letter({ items }: Content, style: Style): string {
  const lines = items.map((item, at) => `${openings[at % openings.length]} ${clausal(style, item)}.`)
  return [
    'Dear Dr. Finch,',
    'This letter is the agreement between us about the health information of patients. By signing below, both sides accept what follows.',
    ...lines,
    'Please sign and return one copy of this letter.',
    'Sincerely,',
  ].join('\n\n')
}

/** Several duties in one paragraph of a letter, as people write it. */
function letterInParagraphs({ items }: Content, style: Style): string {
  const blocks: Array<string> = []
  for (let at = 0; at < items.length; at += 4)
    blocks.push(
      items
        .slice(at, at + 4)
        .map((item) => forms.full(style, item))
        .join(' '),
    )
  return ['Dear Dr. Finch,', 'Thank you for your call. What we settled is this.', ...blocks, 'With kind regards,'].join(
    '\n\n',
  )
}

function minutes({ items }: Content, style: Style): string {
  return [
    'MINUTES OF THE MEETING OF MARCH 3, 2025',
    'Present: Ruth Alder, Omar Finch. Apologies: none. The chair opened the meeting at 9:00.',
    'The parties resolved to be bound by the following terms, and sign these minutes as their agreement.',
    ...items.map((item, at) => `Item ${at + 1}: ${item.head}. It was agreed that ${clausal(style, item)}.`),
    'The meeting closed at 10:30.',
  ].join('\n\n')
}

function resolved({ items }: Content, style: Style): string {
  return [
    'RECORD OF AGREEMENT',
    ...items.map((item, at) => `${at + 1}. ${item.head.toUpperCase()}\nAGREED: ${forms.full(style, item)}`),
  ].join('\n\n')
}

/** The terms stand in the quoted mail; the answer above accepts them. */
function thread({ items }: Content, style: Style): string {
  const quoted = items.map((item, at) => `> ${at + 1}. ${forms.full(style, item)}`).join('\n>\n')
  return [
    'From: Omar Finch <omar@pinestreet.example>\nTo: Ruth Alder <ruth@northfield.example>\nDate: March 4, 2025\nSubject: Re: HIPAA terms',
    'Ruth, we accept all of the terms below. They bind both of us from today.',
    `On March 3, 2025 at 14:05, Ruth Alder <ruth@northfield.example> wrote:\n> Omar, these are the terms we offer and are bound by once you accept:\n>\n${quoted}`,
  ].join('\n\n')
}

const other = (style: Style, act: string): Style => {
  const voice = {
    subject: 'the other party',
    object: 'the other party',
    own: "the other party's",
    it: 'it',
    its: 'its',
    plural: false,
  }
  const self = { subject: 'that party', object: 'that party', own: 'its', it: 'it', its: 'its', plural: false }
  return { ...style, ba: self, ce: voice, name: `${style.name} ${act.length}` }
}

/** Duties of the vendor laid on each party alike; the rest as it is. */
function eachParty({ items }: Content, style: Style): string {
  return items
    .map((item, at) => {
      const mutual = item.by === 'ba' && item.mode === 'shall'
      const words = mutual
        ? `Each party shall ${worded(other(style, item.act), item.act, item.by)}.`
        : forms.full(style, item)
      return `${at + 1}. ${item.head}. ${words}`
    })
    .join('\n\n')
}

function eachForItsPart({ items }: Content, style: Style): string {
  const of = (by: Item['by']) =>
    items
      .filter((item) => item.by === by)
      .map((item) => `that ${clausal(style, item)}`)
      .join('; ')
  return `Each party undertakes for its own part. ${capital(style.ba.subject)} ${style.ba.plural ? 'agree' : 'agrees'}: ${of('ba')}. ${capital(style.ce.subject)} ${style.ce.plural ? 'agree' : 'agrees'}: ${of('ce')}.`
}

const governs =
  'This Agreement is written in English and Spanish. If the two differ, the English text governs. / Este Acuerdo se redacta en inglés y español. Si difieren, prevalece el texto en inglés.'
const inSpanish = (style: Style, item: Item) =>
  (spanish[item.head] ?? '').replace(/\{(BA|CE)\}/g, (_, who: string) =>
    capital((who === 'BA' ? style.ba : style.ce).subject.replace(/^the /, '')),
  )

function bilingual(set: (english: string, other: string, at: number) => string, head: ReadonlyArray<string>) {
  return (content: Content, style: Style) =>
    content.name !== 'whole' || spoken(style)
      ? null
      : [
          governs,
          [...head, ...content.items.map((item, at) => set(forms.full(style, item), inSpanish(style, item), at))].join(
            head.length > 0 ? '\n' : '\n\n',
          ),
        ].join('\n\n')
}

/** Papers that agreements come as beside contracts. */
export const papers: ReadonlyArray<Layout> = [
  { name: 'letter', terms: letter },
  { name: 'letter in paragraphs', terms: letterInParagraphs },
  { name: 'minutes', terms: minutes },
  { name: 'record of agreement', terms: resolved },
  { name: 'e-mail thread', terms: thread },
  { name: 'each party', terms: (content, style) => (spoken(style) ? null : eachParty(content, style)) },
  { name: 'each for its part', terms: eachForItsPart },
  {
    name: 'bilingual, paragraph by paragraph',
    terms: bilingual((english, translated, at) => `${at + 1}. ${english}\n\n${translated}`, []),
  },
  {
    name: 'bilingual, two columns of a table',
    terms: bilingual(
      (english, translated) => `| ${english} | ${translated} |`,
      ['| English | Español |', '| --- | --- |'],
    ),
  },
]
