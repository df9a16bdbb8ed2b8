import { z } from 'zod'

/** A control as a person names it: its role and its accessible name, exactly. */
const controlSchema = z.strictObject({
  role: z.enum([
    'button',
    'checkbox',
    'combobox',
    'link',
    'listbox',
    'menuitem',
    'option',
    'radio',
    'searchbox',
    'spinbutton',
    'switch',
    'tab',
    'textbox',
  ]),
  name: z.string().min(1).max(120),
})

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

/** One step; exactly one of the verbs. `with` names a kind of synthetic value: a journey holds no values of its own. */
const stepSchema = z.union([
  z.strictObject({ goto: z.string().min(1).max(2_000) }),
  z.strictObject({ fill: controlSchema, with: z.enum(fillKinds) }),
  z.strictObject({ choose: controlSchema, option: z.string().min(1).max(120).optional() }),
  z.strictObject({ click: controlSchema }),
  z.strictObject({ wait: z.int().min(1).max(5_000) }),
  z.strictObject({ expect: controlSchema }),
])

export type JourneyStep = z.infer<typeof stepSchema>
export type Control = z.infer<typeof controlSchema>

/**
 * A patient's way through a site, played step by step. It ends before the form is sent: from the first `fill` or `choose`
 * on nothing leaves the browser, and a control that submits is never pressed.
 */
export const journeySchema = z
  .strictObject({ name: z.string().min(1).max(80), steps: z.array(stepSchema).min(1).max(40) })
  .refine(({ steps }) => steps.some((step) => 'fill' in step || 'choose' in step), {
    message: 'Expected at least one step that fills or chooses something',
    path: ['steps'],
  })
  .refine(({ steps }) => steps.every((step, at) => !('goto' in step) || at <= firstTyping(steps)), {
    message: 'Expected every "goto" before the first "fill" or "choose": from then on the page stays',
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
