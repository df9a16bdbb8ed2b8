/**
 * Verbs of the field in their plain form. Forms are built from them; irregular ones are written out as
 * "plain/past/participle". Used to bring "is responsible for notifying" back to "shall notify".
 */
export const plainVerbs: ReadonlyArray<string> = `
abide accept access accommodate account act add address adhere administer adopt advise afford aggregate agree alert allow alter amend
analyze announce anonymize answer append apply appoint apprise approve arrange ask assess assist assume assure attach audit authorize
bar be/was/been bind/bound/bound block break/broke/broken bring/brought/brought build/built/built call cancel carry cause cease certify change check
clear collect combine commit communicate compile complete comply conduct confine confirm conform consent consider contact continue contract control
convey cooperate copy correct cover create cure deal/dealt/dealt declare define delete deliver demand deny describe destroy detail detect develop
direct discard discharge disclose discontinue discover discuss dismiss dispatch display dispose distribute divulge do/did/done document download draw/drew/drawn
edit email employ enable encrypt end enforce engage ensure enter erase escalate establish examine exchange execute exercise expend explain export expose extend
facilitate file fill find/found/found fix flag flow follow forbear forbid/forbade/forbidden forward fulfil fulfill furnish get/got/got give/gave/given grant guarantee guard
hand handle have/had/had hear/heard/heard heed help hide/hid/hidden hold/held/held honor honour host identify impart implement impose include incorporate indemnify inform initiate inspect
install institute instruct investigate issue keep/kept/kept lay/laid/laid lead/led/led leave/left/left let/let/let limit list log look maintain make/made/made manage mark market
meet/met/met mention mitigate modify monitor monetize name negotiate note notice notify obey object obligate oblige observe obtain offer open operate order overwrite own
pass pay/paid/paid perform permit phone place pledge post prepare present preserve prevent proceed process procure produce prohibit promise promote protect prove provide pseudonymize publish purge put/put/put
raise read/read/read receive recognize record rectify redact refer refrain refuse register relay release remedy remove render renew rent reply report represent request require rescind reset resell respect respond restore restrict
retain retrieve return reveal review rely safeguard sanitize sanitise satisfy scan schedule screen secure see/saw/seen seek/sought/sought sell/sold/sold send/sent/sent separate serve set/set/set share ship show/showed/shown shred sign solicit spell state stay stipulate stop store strip subject submit supply support surrender survey suspend
take/took/taken telephone tell/told/told terminate test text track trade train transcribe transfer transmit treat turn undergo/underwent/undergone undertake/undertook/undertaken uphold/upheld/upheld update upload urge use utilize utilise
validate verify view visit voice void waive warn warrant wipe withdraw/withdrew/withdrawn withhold/withheld/withheld work write/wrote/written
`
  .trim()
  .split(/\s+/)
