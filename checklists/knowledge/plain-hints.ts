/** Abbreviations that tell nothing of care: clocks, states, firms, titles, offices, payment, phones. */
export const plainAbbreviations = `
id ids am pm tv us usa uk eu dc la ny nyc sf atl tx ca fl ga il oh pa nj va md nc sc tn wa az co ct de hi ia ks ky mi mn mo ms mt nd ne nh
nm nv ok or ri sd ut vt wi wv wy pr al ak ar in me ma et ct mt pt est edt cst cdt mst mdt pst pdt utc gmt dst asap fyi eta faq faqs rsvp tba
tbd na nb ps pps re fw fwd cc bcc attn aka dba llc pllc inc pc lp llp corp co do np rn pa dds dmd phd dvm od dpm dc jd mba cpa bsn msn aprn
arnp pac lpn cna ma mph ceo cfo coo hr it pr gm vp po box apt ste bldg fl rm nw ne sw se hwy rd st ave blvd ymca ymha ups usps dhl fedex irs ssa dmv
hoa pta hsa fsa eob cobra ppo hmo pos epo ada hipaa hhs cdc fda cms osha ftc fcc tcpa ocr cctv suv rv atm ach ebt gps wifi sms mms rcs app apps ios
url http https www qr pin otp pdf csv jpg png gif html usb hd pc mac vip diy bbq bogo nps csat ok okay yes no stop stopall help start end quit cancel
unsubscribe unsub optout hi hello thanks alto baja salir parar responda ayuda si ii iii iv vi vii mlk nba nfl mlb nhl ncaa espn cnn nbc cbs abc pbs npr
isd usc ucla mit hca upmc aarp aaa bbb cd dvd xml php html os ip dns dsl hp ibm aol faa nasa fbi cia mta rtd mbta nra usda epa hud va kids abcd diy rh ssn ups tlc omg lol btw imo imho brb tbh rip vs eod cob am pm oz lb lbs ft sq mi mph km rt rte jr sr esq st ks mt usps nyse un nato eu gmc bmw cdl dui kfc pbj bff bfast asl ell esl cc bc ad bce ce mc emcee dj rsvps bart dart septa wmata cta marta metro amc kfc cvs
`
/** Care words that everyday texts use freely: alone they are no hint. */
export const plainContext = `
back head face hand hands heart eye eyes foot feet hair finger fingers test tests testing level levels prep operation period periods bridge
shot shots labs contrast staging simulation problem
`
