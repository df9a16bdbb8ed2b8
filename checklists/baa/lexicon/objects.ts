/** What a verb is done to: the words right behind it, up to the first word that opens another part of the sentence. */

const stop = String.raw`to|for|other|others|otherwise|except|save|only|solely|as|in|into|if|unless|that|which|who|whose|by|on|upon|with|at|when|where|while|outside|beyond|not|without|under|from|against|further|than|is|are|was|were|be|shall|will|may|must|can|apart|contrary|within|during|after|before|because|so|permitted|allowed|provided|about|concerning|regarding|relating|through|until`
const noun = String.raw`(?!(?:${stop})\b)[a-z_'-]+(?:,? (?!(?:${stop})\b)[a-z_'-]+){0,8}`
/** Words for information about people, or that point back to it. */
const information =
  /_phi|\b(?:information|data|datasets?|records?|charts?|files?|lists?|notes?|messages?|recordings?|transcripts?|copies|copy|database|entries|entry|content|contents|images?|results?|identifiers?|names|numbers|addresses|dates|diagnos\w+|details|it|them|same|this|these|those|whatever|what|anything|everything|neither|either|both|patients?|individuals?|members?|persons?|health|medical)\b/

/** Whether a noun phrase names information about people; "business plans" and "price lists" are none of it. */
export function namesInformation(phrase: string): boolean {
  return information.test(
    phrase
      .replace(/\b(?:_ce's|_ba's|its|other's) (?:[a-z]+ )?names\b/g, ' ')
      .replace(
        /\b(?:price|rate|fee|mailing|supplier|staff|employee|wine|check|to-do) (?:lists?|records?|files?)\b/g,
        ' ',
      ),
  )
}

const dealing = String.raw`(?:us(?:e|es|ing)|disclos(?:e|es|ing)|handl(?:e|es|ing)|process(?:es|ing)?)`
const dealt = new RegExp(
  String.raw`\b${dealing}(?:(?:,? (?:and|or|nor|and/or|further|otherwise|not|to|so|also))* ${dealing})*\b((?:,? (?!(?:${stop}|and|or|nor)\b)[a-z_'-]+)(?:,? (?!(?:${stop}|nor)\b)[a-z_'-]+){0,8})?`,
  'g',
)

/**
 * Whether what is used or disclosed is information: false where every such verb has an object and none of the objects is
 * information ("use Clinic's trademarks", "disclose the price of its services"). No verb, or one with no object: true.
 */
export function dealsInInformation(text: string): boolean {
  const objects = [...text.matchAll(dealt)].map((match) => match[1] ?? '')
  return objects.length === 0 || objects.some((object) => object === '' || namesInformation(object))
}

/** The words a pattern of verbs is followed by, as far as they are its object. */
export function objectsOf(text: string, verbs: string): ReadonlyArray<string> {
  return [...text.matchAll(new RegExp(String.raw`\b(?:${verbs})(?: (?:up|on|out))?(?=( ${noun})?)`, 'g'))].map(
    (match) => (match[1] ?? '').trim(),
  )
}
