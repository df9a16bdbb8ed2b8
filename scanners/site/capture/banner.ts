export type BannerResult = { result: 'done' | 'failed' | 'no-banner'; text: string }

/**
 * Runs inside a frame. Finds a cookie banner by its words and, when asked, presses the button that accepts or rejects.
 * English and Spanish; a "manage choices" button is opened once when no direct refusal is offered.
 */
export async function useBanner(choice: 'accept' | 'reject' | 'look'): Promise<BannerResult> {
  const about = /cookie|consent|tracking|privacy|personal data|gdpr|ccpa|privacidad|rastreo/i
  const words = {
    accept:
      /^(?:yes,? )?(?:(?:i )?(?:accept|agree|allow|consent)|got it|ok(?:ay)?|aceptar|acepto|permitir|de acuerdo|entendido)\b/i,
    reject:
      /^(?:no,? )?(?:(?:i )?(?:reject|refuse|decline|deny|disagree|opt out|do not (?:accept|allow|consent|sell))|(?:use |accept |allow )?(?:only )?(?:strictly )?(?:necessary|essential|required)|continue without|rechazar|rechazo|denegar|no acepto|s[oó]lo (?:las )?necesarias)\b/i,
    manage: /manage|customi[sz]e|preferences|settings|options|choices|configurar|personalizar/i,
    save: /save|confirm|apply|guardar|confirmar/i,
  }
  function all(root: Document | ShadowRoot): Array<HTMLElement> {
    const list: Array<HTMLElement> = []
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      list.push(element)
      if (element.shadowRoot !== null) list.push(...all(element.shadowRoot))
    }
    return list
  }
  const shown = (element: HTMLElement): boolean => {
    const { width, height } = element.getBoundingClientRect()
    return width > 1 && height > 1 && getComputedStyle(element).visibility === 'visible'
  }
  const textOf = (element: HTMLElement): string =>
    (element.innerText || element.getAttribute('value') || element.getAttribute('aria-label') || '').trim()
  const isButton = (element: HTMLElement): boolean =>
    element.matches('button, [role=button], a, input[type=button], input[type=submit]') && shown(element)

  function bannerOf(button: HTMLElement): HTMLElement | undefined {
    let current: HTMLElement | null = button.parentElement
    for (let up = 0; up < 8 && current !== null && current !== document.body; up++, current = current.parentElement) {
      const text = current.innerText ?? ''
      if (text.length > 3_000 || current.querySelector('input[type=email], input[type=tel], textarea') !== null)
        return undefined
      const floats = /fixed|sticky|absolute/.test(getComputedStyle(current).position)
      const named = /cookie|consent|cmp|gdpr|privacy/i.test(
        `${current.id} ${current.className} ${current.getAttribute('aria-label') ?? ''}`,
      )
      if (about.test(text) && (floats || named || current.matches('dialog, [role=dialog], [role=alertdialog]')))
        return current
    }
    return undefined
  }
  const buttons = (): Array<HTMLElement> => all(document).filter(isButton).slice(0, 300)
  const inBanner = buttons().filter((button) => textOf(button).length < 60 && bannerOf(button) !== undefined)
  const matching = (pattern: RegExp, list: ReadonlyArray<HTMLElement>) =>
    list.find(
      (button) => pattern.test(textOf(button)) && (pattern !== words.accept || !words.reject.test(textOf(button))),
    )
  const offers = inBanner.some((button) => words.accept.test(textOf(button)) || words.reject.test(textOf(button)))
  if (!offers && matching(words.manage, inBanner) === undefined) return { result: 'no-banner', text: '' }
  if (choice === 'look') return { result: 'failed', text: '' }
  let target = matching(words[choice], inBanner)
  if (target === undefined && choice === 'reject') {
    matching(words.manage, inBanner)?.click()
    await new Promise((resolve) => setTimeout(resolve, 400))
    const later = buttons().filter((button) => textOf(button).length < 60)
    for (const box of document.querySelectorAll<HTMLInputElement>('input[type=checkbox]:checked:not(:disabled)')) {
      if (bannerOf(box) !== undefined) box.click()
    }
    target =
      matching(words.reject, later) ??
      matching(
        words.save,
        later.filter((button) => bannerOf(button) !== undefined),
      )
  }
  if (target === undefined) return { result: 'failed', text: '' }
  const text = textOf(target)
  target.click()
  return { result: 'done', text }
}
