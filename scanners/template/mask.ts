/**
 * Phone, e-mail and birth-date shapes of real people pasted by mistake, masked before a text is kept. Merge fields and
 * addresses in links stay. The masks are merge fields themselves, so that judging anew reads them as what they stood for.
 */
const email = /(?<![\w.%/+-])[\w.+-]{1,64}@(?!\w*@)[\w-]+(?:\.[\w-]+)+(?![\w{])/g
const phone = /(?<![\d\w/=.-])(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\d-])/g
const birth =
  /((?:\bd\.?o\.?b\.?|\bborn(?: on)?|\bbirth ?date|\bdate of birth|\bfecha de nacimiento)\s*[:#-]?\s*)(\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\w{3,9} \d{1,2},? \d{4})/gi

export function maskPersonal(text: string): string {
  return text.replace(birth, '$1[birth date]').replace(email, '[email]').replace(phone, '[phone]')
}
