import type { Channel } from './event.ts'
import { aliases } from './formats/generic.ts'
import type { LogMapping, MappedRole, Meaning } from './mapping.ts'

type Column = { name: string; shapes: ReadonlyArray<string>; words: ReadonlyArray<{ word: string }> | null }

const meaningWords: ReadonlyArray<readonly [RegExp, Meaning]> = [
  [/unblock|re-?subscribe|opt(?:ed)?[ _-]?in|unstop/, 'opt_in'],
  [/unsubscri|opt(?:ed)?[ _-]?out|\bstop|spam|complain/, 'opt_out'],
  [/block|suppress|dnc|do not/, 'blocked'],
  [/undeliver|fail|bounce|invalid|error|reject|drop/, 'failed'],
  [/consent|agreed/, 'consent'],
  [/inbound|incoming|received|reply|replied|response/, 'reply'],
  [/voice ?mail|machine/, 'voicemail'],
  [/no[ _-]?answer|busy|missed/, 'no_answer'],
  [/answer|connect|complete|talked/, 'answered'],
  [/deliver/, 'delivered'],
  [/sent|send|outbound|outgoing/, 'sent'],
]

const channelWords: ReadonlyArray<readonly [RegExp, Channel]> = [
  [/whats/, 'whatsapp'],
  [/sms|text|mms/, 'sms'],
  [/e-?mail/, 'email'],
  [/voice|call|phone|dial/, 'voice'],
  [/push/, 'push'],
]

const roleAliases: ReadonlyArray<readonly [MappedRole, ReadonlyArray<string>]> = [
  ['time', aliases.time],
  ['phone', aliases.to.filter((name) => !/e?mail|correo/.test(name))],
  ['email', aliases.to.filter((name) => /e?mail|correo/.test(name))],
  ['patient', aliases.patient],
  ['from', aliases.from],
  ['what', [...aliases.kind, ...aliases.status, 'action', 'activity']],
  ['channel', aliases.channel],
  ['direction', ['direction', 'inout']],
  ['text', aliases.body],
  ['reference', aliases.id],
]

function columnFor(columns: ReadonlyArray<Column>, names: ReadonlyArray<string>, taken: ReadonlySet<string>) {
  const free = columns.filter(({ name }) => !taken.has(name))
  for (const alias of names) {
    const exact = free.find(({ name }) => name === alias)
    if (exact !== undefined) return exact
  }
  // "patientmobilephone" holds "mobile"; short aliases would be found in anything.
  return free.find(({ name }) => names.some((alias) => alias.length >= 5 && name.includes(alias)))
}

/** 9999-99-99, 99/99/9999, 9:99: every shape of the column is a date or a time. */
const looksLikeTime = ({ shapes }: Column) =>
  shapes.length > 0 && shapes.every((shape) => /9[/.-]9{1,2}[/.-]9|9:99/.test(shape))

function explained<Meant>(
  column: Column | undefined,
  known: ReadonlyArray<readonly [RegExp, Meant]>,
): Record<string, Meant> {
  const pairs = (column?.words ?? []).flatMap(({ word }) => {
    const meant = known.find(([pattern]) => pattern.test(word))?.[1]
    return meant === undefined ? [] : [[word, meant] as const]
  })
  return Object.fromEntries(pairs)
}

/** A first proposal by names of columns and words. A person looks at it before anything is read that way. */
export function guessMapping(columns: ReadonlyArray<Column>): LogMapping {
  const chosen = new Map<MappedRole, Column>()
  const taken = new Set<string>()
  for (const [role, names] of roleAliases) {
    const column = columnFor(columns, names, taken) ?? (role === 'time' ? columns.find(looksLikeTime) : undefined)
    const asked = role === 'what' || role === 'channel' || role === 'direction'
    if (column === undefined || (asked && column.words === null)) continue
    chosen.set(role, column)
    taken.add(column.name)
  }
  return {
    columns: Object.fromEntries([...chosen].map(([role, { name }]) => [role, name])),
    words: {
      what: explained(chosen.get('what'), meaningWords),
      channel: explained(chosen.get('channel'), channelWords),
      direction: explained<'in' | 'out'>(chosen.get('direction'), [
        [/^in|received|from patient/, 'in'],
        [/^out|sent|to patient/, 'out'],
      ]),
    },
  }
}
