import { isPublicId } from '#scanners/redact.ts'

/** Settings whose value says whether text, forms and inputs are sent or masked; a fact, never a judgement. */
const settingNames =
  'send_page_view|allow_enhanced_conversions|allow_google_signals|allow_ad_personalization_signals|anonymize_ip|user_data|maskAllInputs|maskAllText|maskTextSelector|maskInputOptions|maskTextClass|blockClass|blockSelector|defaultPrivacyLevel|recordCanvas|recordHeaders|recordBody|autocapture|capture_pageview|capture_text_content|block_all_text|disable_session_recording|session_recording|trackUserInteractions|sessionReplaySampleRate|record_sessions_percent|record_mask_text_selector|record_mask_all_inputs|mask_all_text|mask_all_element_attributes|respect_dnt|opt_out_tracking_by_default|autoConfig|automaticMatching|advanced_matching'

const assignment = new RegExp(
  `["']?\\b(${settingNames})\\b["']?\\s*:\\s*(true|false|!0|!1|\\d{1,3}(?:\\.\\d+)?|["'][\\w .#*-]{0,40}["']|\\{)`,
  'g',
)
const calls =
  /\b([\w$.]{2,30})\(\s*["'](init|config|consent|set|load|identify|track|create)["']\s*(?:,\s*["']([\w-]{2,40})["'])?/g
/** Calls that tell a library who the visitor is; whom they name is never read. */
const naming = /\b([\w$]{2,30})\.(identify|setUser|setUserId|setUserProperties|alias)\(/g
const ids = /\b(?:GTM-[A-Z0-9]{4,10}|G-[A-Z0-9]{6,12}|UA-\d{4,10}-\d{1,3}|AW-\d{6,12}|DC-\d{4,10}|GT-[A-Z0-9]{5,12})\b/g

/** Settings, set-up calls and public ids in a snippet, read as text. Undefined when it holds none. */
export function readSnippet(code: string): Array<string> | undefined {
  const facts = new Set<string>()
  for (const [, name = '', value = ''] of code.matchAll(assignment)) {
    const plain =
      value === '{' ? 'object' : value === '!0' ? 'true' : value === '!1' ? 'false' : value.replace(/["']/g, '')
    facts.add(`setting:${name}=${plain}`)
  }
  for (const [, caller = '', verb, argument] of code.matchAll(calls)) {
    // What follows "identify" or "track" may be a person; only public ids and consent words are shown.
    const shown = argument !== undefined && (isPublicId(argument) || /^\d{15,16}$/.test(argument) || verb === 'consent')
    facts.add(`call:${caller}.${verb}${shown ? `(${argument})` : ''}`)
  }
  for (const [, caller = '', verb] of code.matchAll(naming)) facts.add(`call:${caller}.${verb}`)
  for (const [id] of code.matchAll(ids)) facts.add(`id:${id}`)
  return facts.size === 0 ? undefined : [...facts].slice(0, 60)
}
