import { z } from 'zod'

/** Text the browser or a report could show: no control characters, no spaces at its ends. */
const shownText = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}]*$/u, 'Expected text without control characters')
    .refine((text) => text.trim() === text, 'Expected text without spaces at its ends')

/** A control as a person names it: its role and its accessible name, exactly. */
const control = <Role extends string>(...roles: [Role, ...Array<Role>]) =>
  z.strictObject({ role: z.enum(roles), name: shownText(120) })

const filled = control('combobox', 'searchbox', 'spinbutton', 'textbox')
const chosen = control('checkbox', 'combobox', 'listbox', 'radio', 'switch')
const pressed = control('button', 'checkbox', 'link', 'menuitem', 'option', 'radio', 'switch', 'tab')
const expected = z.union([filled, chosen, pressed])

const fillKinds = [
  'email',
  'phone',
  'first-name',
  'last-name',
  'full-name',
  'birth-date',
  'postal-code',
  'member-number',
  'street',
  'city',
  'search',
  'message',
  'text',
] as const

/** A path of the site or a full address; which site it is, is asked where it is gone to. */
const address = z
  .string()
  .max(2_000)
  .regex(
    /^(?:\/(?![/\\])|https?:\/\/)[^\s\\]*$/,
    'Expected a path like "/book" or an address that starts with https:// or http://',
  )
  .refine((text) => !/^https?:\/\/[^/]*@/.test(text), 'Expected an address without a user name or password')

/** One step; exactly one of the verbs. `with` names a kind of synthetic value: a journey holds no values of its own. */
const stepSchema = z.union(
  [
    z.strictObject({ goto: address }),
    z.strictObject({ fill: filled, with: z.enum(fillKinds) }),
    z.strictObject({ choose: chosen, option: shownText(120).optional() }),
    z.strictObject({ click: pressed }),
    z.strictObject({ wait: z.int().min(1).max(5_000) }),
    z.strictObject({ expect: expected }),
  ],
  {
    error:
      'Expected one of: goto (a path or a web address), fill (a text field) with a kind of value, choose (a list, box or choice), click (no text field), wait (up to 5000 ms), expect; and nothing else in the step',
  },
)

export type JourneyStep = z.infer<typeof stepSchema>
export type Control = z.infer<typeof expected>

/** All waits of a journey together, in ms: a page has 45 seconds for both its visits. */
const maxWaits = 10_000

/**
 * A patient's way through a site, played step by step. It ends before the form is sent: from the first `fill` or `choose`
 * on nothing leaves the browser, and a control that submits is never pressed.
 */
export const journeySchema = z
  .strictObject({ name: shownText(80), steps: z.array(stepSchema).min(1).max(40) })
  .refine(({ steps }) => steps.some((step) => 'fill' in step || 'choose' in step), {
    message: 'Expected at least one step that fills or chooses something',
    path: ['steps'],
  })
  .refine(({ steps }) => steps.every((step, at) => !('goto' in step) || at <= firstTyping(steps)), {
    message: 'Expected every "goto" before the first "fill" or "choose": from then on the page stays',
    path: ['steps'],
  })
  .refine(({ steps }) => steps.reduce((sum, step) => sum + ('wait' in step ? step.wait : 0), 0) <= maxWaits, {
    message: `Expected waits of ${maxWaits} ms together at most`,
    path: ['steps'],
  })

export type Journey = z.infer<typeof journeySchema>

/** Where the typing begins; what stands before is played while the site still answers. */
export function firstTyping(steps: ReadonlyArray<JourneyStep>): number {
  const at = steps.findIndex((step) => 'fill' in step || 'choose' in step)
  return at === -1 ? steps.length : at
}

/** The verb and the control, as a report names a step; never a value. */
export function stepWords(step: JourneyStep): string {
  if ('goto' in step) return 'goto'
  if ('wait' in step) return 'wait'
  const [verb, control] =
    'fill' in step
      ? (['fill', step.fill] as const)
      : 'choose' in step
        ? (['choose', step.choose] as const)
        : 'click' in step
          ? (['click', step.click] as const)
          : (['expect', step.expect] as const)
  return `${verb} ${control.role} "${control.name}"`
}
