import type { CanaryHit } from '../evidence.ts'
import type { Choice } from './fields.ts'
import { parseQuery, readPayload } from './payload.ts'
import type { Captured } from './recorder.ts'

/** Answers any page may send of its own accord: never proof of a choice, unless the field's own name stands beside them. */
const common = /^(?:on|off|yes|no|true|false|none|other|all|\d{1,3})$/

const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase()

/**
 * Chosen options in what was sent. They are short and stand in the page anyway: one counts only under its field's name,
 * or, when it is no common word, beside text that was typed.
 */
export function choiceHits(
  request: Captured,
  choices: ReadonlyArray<Choice>,
  besideTyped: boolean,
): ReadonlyArray<CanaryHit> {
  if (choices.length === 0) return []
  const query = URL.canParse(request.url) ? parseQuery(new URL(request.url).search.slice(1)) : []
  const body = request.body instanceof Uint8Array ? readPayload(request.body).pairs : []
  const frames = request.frames.flatMap((frame) => readPayload(frame).pairs)
  const sent = [
    ...query.map((pair) => ({ ...pair, channel: 'url' as const })),
    ...body.map((pair) => ({ ...pair, channel: 'body' as const })),
    ...frames.map((pair) => ({ ...pair, channel: 'websocket' as const })),
  ]
  return sent.flatMap(({ name, value, channel }) => {
    const given = plain(value)
    const chosen = choices.find((choice) => {
      if (given === '' || (given !== plain(choice.value) && given !== plain(choice.text))) return false
      const underName =
        choice.name !== '' &&
        plain(name)
          .split(/[.[\]]+/)
          .includes(plain(choice.name))
      return underName || (besideTyped && given.length >= 4 && !common.test(given))
    })
    const hit = { field: 'choice', encoding: 'plain', channel, parameter: name, offset: 0, length: 0 }
    return chosen === undefined ? [] : [hit]
  })
}
