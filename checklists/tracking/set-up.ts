import type { PageEvidence } from '#scanners/site/evidence.ts'

type Dormant = PageEvidence['dormant'][number]

const fieldFacts =
  /(selectedmatchkeys|match ?keys?|automaticmatching|automatic matching|advanced ?matching|user[_ ]?data|enhanced[_ ]?conversions?|formfeatures|form text|input(s)? (recorded|unmasked)|maskallinputs[:= ]*false|mask[a-z_]*[:= ]*(false|none|allow)|defaultprivacylevel[:= ]*["']?allow|\bem\b|\bph\b|inferredevents|inferred events|allow_enhanced_conversions[:= ]*true)/i
const offFacts = /(off|disabled|false|empty|none)\s*$/i
const quiet = /^(v|version|id|source|container|number of)\b/i

/** Says what a container or pixel configuration is ready to do; null where its facts name nothing of the kind. */
export function describeSetUp({
  format,
  source,
  id,
  facts,
}: Dormant): { because: string; collectsFields: boolean } | null {
  const name = id === null ? `The ${format} settings at ${source}` : `${format} ${id}`
  const masks = /mask/i
  const collecting = facts.filter((fact) => fieldFacts.test(fact) && (masks.test(fact) || !offFacts.test(fact)))
  if (collecting.length > 0)
    return {
      collectsFields: true,
      because: `${name} is set up to send form fields (${collecting.slice(0, 3).join('; ')}). Sending was not part of this line.`,
    }
  const tags = facts.filter(
    (fact) => /(tag|__html|__gaawe|__googtag|__img|__cvt|pixel|paused|trigger)/i.test(fact) && !quiet.test(fact),
  )
  if (tags.length > 0)
    return {
      collectsFields: false,
      because: `${name} holds tags that may fire for other visitors (${tags.slice(0, 3).join('; ')}).`,
    }
  return null
}
