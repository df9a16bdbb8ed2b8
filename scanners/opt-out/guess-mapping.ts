import { type ColumnRole, columnRoles } from './column-roles.ts'
import { type LogMapping, logMappingSchema, type MappedRole, type Meaning } from './mapping.ts'
import { channelOf, statusMeaning, wayOf } from './status-words.ts'

type Column = { name: string; shapes: ReadonlyArray<string>; words: ReadonlyArray<{ word: string }> | null }

/** Roles of the grammar of names behind what a mapping asks for, the surest first. */
const rolesOf: ReadonlyArray<readonly [MappedRole, ReadonlyArray<ColumnRole>]> = [
  ['time', ['dispatched', 'happened', 'leftAt', 'noted', 'arrived']],
  ['phone', ['to', 'person']],
  ['email', ['to', 'person']],
  ['patient', ['patient']],
  ['from', ['from']],
  ['what', ['event', 'status', 'kind']],
  ['channel', ['channel']],
  ['direction', ['direction']],
  ['text', ['text']],
  ['reference', ['reference', 'rowId']],
]

const holdsMail = ({ name, shapes }: Column) => /mail|correo/.test(name) || shapes.some((shape) => shape.includes('@'))

/** 9999-99-99, 99/99/9999, 9:99: every shape of the column is a date or a time. */
const looksLikeTime = ({ shapes }: Column) =>
  shapes.length > 0 && shapes.every((shape) => /9[/.-]9{1,2}[/.-]9|9:99/.test(shape))

function explained<Meant>(
  column: Column | undefined,
  read: (word: string) => Meant | undefined,
): Record<string, Meant> {
  const pairs = (column?.words ?? []).flatMap(({ word }) => {
    const meant = read(word)
    return meant === undefined ? [] : [[word, meant] as const]
  })
  return Object.fromEntries(pairs)
}

/** A status as a mapping words it: an answer is a reply, a message handed over was sent. */
function meaningOf(word: string): Meaning | undefined {
  if (/consent|agreed/.test(word)) return 'consent'
  const meaning = statusMeaning(word, { perEvent: true, voice: false })
  return meaning === 'accepted' ? 'sent' : meaning === 'replied' ? 'reply' : meaning
}

/** Parts of longer names ("outcomeoftouch", "patientmobilephone") that still tell the role; none short enough to lie in any name. */
const partsOf: Partial<Record<MappedRole, RegExp>> = {
  phone: /phone|mobile|msisdn/,
  email: /e?mail|correo/,
  what: /outcome|status|disposition|result|event|activity/,
  channel: /channel|medium/,
  direction: /direction/,
}

/** A first proposal by names of columns and words. A person looks at it before anything is read that way. */
export function guessMapping(columns: ReadonlyArray<Column>): LogMapping {
  const roles = columnRoles(new Set(columns.map(({ name }) => name)))
  const chosen = new Map<MappedRole, Column>()
  const taken = new Set<Column>()
  for (const [role, grammar] of rolesOf) {
    const named = grammar
      .flatMap((known) => roles[known])
      .flatMap((name) => columns.find((column) => column.name === name) ?? [])
    const part = partsOf[role]
    const inPart = part === undefined ? [] : columns.filter(({ name }) => part.test(name))
    const asked = role === 'what' || role === 'channel' || role === 'direction'
    const column =
      [...named, ...inPart].find(
        (one) =>
          !taken.has(one) &&
          !(asked && one.words === null) &&
          !(role === 'phone' && holdsMail(one)) &&
          !(role === 'email' && !holdsMail(one)),
      ) ?? (role === 'time' ? columns.find(looksLikeTime) : undefined)
    if (column === undefined) continue
    chosen.set(role, column)
    taken.add(column)
  }
  return logMappingSchema.parse({
    columns: Object.fromEntries([...chosen].map(([role, { name }]) => [role, name])),
    words: {
      what: explained(chosen.get('what'), meaningOf),
      channel: explained(chosen.get('channel'), channelOf),
      direction: explained(chosen.get('direction'), wayOf),
    },
  })
}
