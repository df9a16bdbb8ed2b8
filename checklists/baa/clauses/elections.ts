import { type Mapped, slice } from '../text/mapped.ts'

/** Boxes of a cover sheet by name in small letters: marked or left open. */
export type Elections = ReadonlyMap<string, boolean>

export function electionsOf(text: string): Elections {
  const found = new Map<string, boolean>()
  for (const [, box, name] of text.matchAll(
    /\[( ?x ?| ?)\][ \t]+([A-Z][\w-]*(?: [\w-]+){0,4}?)(?=[ \t]*(?:\(|\n|$|\[|[ \t]{2,}|:|;))/gi,
  ))
    found.set(name!.toLowerCase(), /x/i.test(box!))
  // "Aggregation Option:   [ ] taken   [X] not taken"
  for (const [, name, box] of text.matchAll(
    /^[ \t]*(?:[\w.()]{1,5} )?([A-Z][\w' -]{2,40}?)(?: (?:election|option|box|item|feature|module|line|rider))?[ \t]*:[ \t]*\[( ?x ?| ?)\][ \t]*(?:taken|yes|on|selected|elected|included|applies|chosen|accepted|granted|allowed|permitted)\b/gim,
  ))
    found.set(name!.toLowerCase(), /x/i.test(box!))
  for (const [, name, box] of text.matchAll(
    /^[ \t]*(?:[\w.()]{1,5} )?([A-Z][\w' -]{2,40}?)(?: (?:election|option|box|item|feature|module|line|rider))?[ \t]*:[ \t]*\[( ?x ?| ?)\][ \t]*(?:not (?:taken|selected|elected|included|chosen|granted|allowed|permitted)|no|off|declined|refused|withheld)\b/gim,
  ))
    found.set(name!.toLowerCase(), !/x/i.test(box!))
  return found
}

const condition =
  /^(?:\(?[a-z0-9]{1,3}[.)] )?if (?:the )?"?([a-z][\w -]{2,40}?)"? (?:election|option|box|item|feature|module|line|rider) (?:is|has been|was) (?:so )?(?:marked|ticked|checked|selected|elected|chosen|initial+ed|taken|on|included|accepted|exercised|granted)(?: (?:above|on the (?:cover (?:sheet|page)|order (?:form|sheet)|first page|schedule)))?,? /

/** "If the Benchmarks election is marked, …": the rest where it is, null where it is not; other sentences as they are. */
export function elected(sentence: Mapped, elections: Elections): Mapped | null {
  const match = condition.exec(sentence.text)
  if (match === null) return sentence
  const marked = elections.get(match[1]!)
  if (marked === undefined) return sentence
  return marked ? slice(sentence, match[0].length) : null
}
