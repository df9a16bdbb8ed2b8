/** Words that open a care context before a context word or a body part, and words that confirm one after it. */
export const possessives = `your his her their my patients childs sons daughters moms dads su sus tu tus mi votre vos seu sua ihre ihr`
export const determiners = `the a an this that these those any some el la los las un una unos unas`
export const careOpeners = `after before following since about regarding for due hope during re recent upcoming next last missed post pre another
needs need needing get getting got had having scheduled booked hows como despues antes por para sobre proxima proximo ultima ultimo toca
check checking recheck repeat redo monitor watch treat treating overdue completed finished receive received remove removed today tomorrow new first second third final annual yearly routine biannual`
export const careFollowers = `appointment appointments appt visit visits consult consultation follow followup check checkup checks exam procedure pain
care kit plan referral reminder prep pickup today tomorrow cita consulta went go going feels feel feeling healing hurting doing
symptoms ready order`
export const feelingWords = `feel feels feeling look looks looking doing healing hurting better sore ok okay pain going today holding treating bothering still now is are was
sensitive itchy itching numb swollen swelling swell tender stiff aching loose throbbing again`
/** Beginnings of clinical words that people write apart: "post operative", "cross linking". */
export const wordBeginnings = `post pre peri intra after cross micro multi anti auto ultra bio neuro cardio echo electro endo angio mammo chemo radio
photo physio psycho immuno hydro hyper hypo tele trans`
/** What "after care" in two words names: "after care sheet". */
export const aftercareThings = `instruction instructions sheet sheets plan plans tip tips guide guides info information call calls visit visits steps kit
kits note notes advice video videos form appointment appt team nurse routine program reminder reminders checklist handout pamphlet`
/** After a specialty these make it a visit, a place or a person of care. */
export const visitNouns = `appointment appointments appt visit visits consult consults consultation consultations follow followup team department dept
clinic office provider providers doctor doctors dr nurse unit ward suite center centre specialist specialists group practice staff care checkup check
exam evaluation eval referral patient patients floor wing service services session sessions surgeon program class lab desk line
results records desk schedule reminder cita consulta departamento`
/** Verbs and things of preparation and aftercare; with a time beside them they tell of a procedure. */
export const prepVerbs = `avoid stop skip take ice shave fast bring drink eat rinse elevate apply wash remove wear keep refrain limit chew swallow hold
dont not never without leave use sleep lie rest
evite tome beba coma lave use aplique quitese retire suspenda deje`
export const prepThings = `food foods eating drinking alcohol caffeine liquids aspirin sun sunlight makeup lotion deodorant jewelry metal exercise exercising
smoking straws chewing flossing lifting bandage ice swelling driver solids dairy fiber nuts seeds gum candy ibuprofen vitamins supplements
shower showering bathing swimming tub sauna sweating waxing tanning retinoids shaving intercourse tampons perfume breakfast
cream area site dressing laxative enema water coffee caffeinated salty spicy crunchy hot mouth
drive swim bathe lift bend fly run shower drink eat sweat rub pick scratch chew smoke exercise wax tan shave pedal jog squat straws bath
nicotine cannabis tobacco meat grapefruit soda juice broth gum mints toothbrush pillow pillows wedge recliner upright sling brace boot strap garment sock stockings
stitches gauze tape cream ointment drops gel patch antibiotics painkillers tylenol advil aleve meds pills tablet tablets dose inhaler thinners
comida alimentos liquidos alcohol sol maquillaje cafe leche agua ejercicio fumar banarse ducharse manejar cargar crema pomada gotas
aspirina medicamentos pastillas joyas desodorante locion hielo gasa vendaje`
export const prepTimes = `tonight before after prior until hours hour midnight hrs hr morning-of following days antes despues noche medianoche horas
weeks nights overnight bedtime morning evening daily twice dias semanas hasta`
