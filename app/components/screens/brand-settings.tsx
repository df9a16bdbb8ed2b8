import { ErrorSummary, type FieldErrors, FileField, TextField } from '../form.tsx'
import { Notice } from '../notice.tsx'
import { Form } from '../own-form.tsx'
import { PageHeader } from '../page.tsx'

export type BrandSettingsProps = {
  saved: boolean
  brand: {
    accent: string
    footer: string
    logoAlt: string
    version: number
    logo: { width: number; height: number; bytes: number } | null
    contrast: number | null
  }
  values: { accent: string; footer: string; logoAlt: string }
  /** Somebody else changed it while this form was open. */
  stale: boolean
  errors: FieldErrors
}

/** Logo, colour and last line of one's reports. */
export function BrandSettings({ saved, brand, values, stale, errors }: BrandSettingsProps) {
  const { logo, contrast } = brand
  return (
    <div className="max-w-text">
      <ErrorSummary errors={errors} />
      {saved && (
        <Notice look="done" title="The brand is saved">
          <p>The next report carries it. Reports made before keep their look and their fingerprint.</p>
        </Notice>
      )}
      {stale && (
        <Notice look="warning" title="Somebody else changed this while you were typing">
          <p>Your words are still in the form below. Saved in the meantime:</p>
          <p className="mt-1 font-semibold text-ink">
            {brand.accent || 'no colour'}, {brand.footer || 'no last line'}
          </p>
          <p className="mt-1">Save again to keep yours, or open the page anew to keep theirs.</p>
        </Notice>
      )}
      <PageHeader title="Brand" kicker="Settings">
        <p>How your reports look. Colours and words of the findings stay the same for everybody.</p>
      </PageHeader>
      <Form method="post" encType="multipart/form-data" noValidate>
        <input type="hidden" name="version" value={brand.version} />
        <FileField
          name="logo"
          label={logo === null ? 'Logo' : 'Another logo'}
          help={
            <>
              PNG, at most 60 KB and 1,200 pixels wide and high.
              {logo !== null && (
                <span className="block">
                  Now: {logo.width} by {logo.height} pixels, {(logo.bytes / 1000).toFixed(1)} KB.
                </span>
              )}
            </>
          }
          errors={errors}
          accept="image/png"
        />
        {logo !== null && (
          <label className="choice mb-6">
            <input type="checkbox" name="removeLogo" value="yes" />
            <span>Take the logo away</span>
          </label>
        )}
        <TextField
          name="logoAlt"
          label="The logo in words"
          help="Read out to who cannot see it, such as: Harbor Family Clinic."
          errors={errors}
          defaultValue={values.logoAlt}
          autoComplete="off"
        />
        <TextField
          name="accent"
          label="Colour"
          help={`Of lines and links, as # and six digits. It needs a contrast of 4.5 on white.${contrast === null ? '' : ` The present one has ${contrast.toFixed(1)}.`}`}
          errors={errors}
          defaultValue={values.accent}
          autoComplete="off"
          spellCheck={false}
        />
        <TextField
          name="footer"
          label="Last line"
          help="Your address or a way to reach you. It stands beside the limits, never in their place."
          errors={errors}
          defaultValue={values.footer}
          autoComplete="off"
        />
        <button type="submit" className="button">
          Save
        </button>
      </Form>
    </div>
  )
}
