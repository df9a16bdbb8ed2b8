/**
 * Categories where a word can harm most: they fail at any strength and sort first. One line a term, folded lower case.
 * Substance use: 42 CFR Part 2 protects what identifies a person as having had a substance use disorder.
 */
export const substanceUse = `
substance abuse
intensive outpatient
your sponsor
step meeting
drinking less
cut down drinking
cutting down drinking
stop drinking
quit drinking
drink less
drinks this week
withdrawals
relapsed
clean date
sobriety date
sober date
sober coach
peer recovery
take homes
dosing time
dose window
daily dose line
mat visit
gambling
gambling group
quitting smoking
quit date
quit plan
quitline
quit line
quit vaping
aa meets
na meets
aa group
na group
al-anon
alateen
drug free
drug-free living
cocaine
heroin
fentanyl strips
meth
marijuana use
vaping cessation
drinking problem
problem drinking
blackouts
detoxing
mat dose
dosing hours
opioid program
substance use
substance misuse
addiction
addictions
addicted to alcohol
alcoholic
alcoholism
alcohol use
alcohol treatment
alcohol counseling
alcohol program
alcohol free days
drug use
drug abuse
drug treatment
drug counselor
drug rehab
drug court
drug program
drug and alcohol
detox
detox program
sober
sobriety
sober living
clean and sober
days sober
days clean
stay clean
recovery program
recovery center
recovery centre
recovery coach
recovery group
recovery meeting
recovery house
recovery services
recovery clinic
recovery home
recovery support
in recovery
road to recovery
12-step
twelve-step
aa meeting
na meeting
narcotics anonymous
alcoholics anonymous
step work
sponsor meeting
iop
iop group
partial hospitalization
php program
halfway house
residential treatment
inpatient treatment
methadone
methadone clinic
suboxone
subutex
sublocade
buprenorphine
naltrexone
vivitrol
naloxone
narcan
zubsolv
brixadi
antabuse
disulfiram
acamprosate
medication assisted treatment
mat program
mat clinic
opioid use
otp clinic
take-home doses
dosing window
needle exchange
syringe exchange
harm reduction
overdose
relapse prevention
cravings
rehab program
rehab center
court ordered treatment
dui class
dui program
dwi class
opioid
day 30 of
30 day chip
chip day
sober anniversary
recovery anniversary
recovery birthday
recovery journey
your recovery date
your sobriety
sober support
sober companion
sober home
home group
na meeting tonight
smart recovery
refuge recovery
celebrate recovery
mat group
mat appointment
obot
dose today
dose change
guest dose
guest dosing
take-home bottles
lock box
lockbox
pill count
film count
strip count
pain contract
opioid contract
opioid agreement
urine drop
random drop
ua today
random ua
ua is due
breath test for alcohol
interlock
ignition interlock
dui assessment
dui evaluation
drug evaluation
alcohol evaluation
substance evaluation
substance class
drug class
drug education
alcohol education
cannabis use
weed use
medical marijuana
marijuana card
cannabis card
medical card renewal for cannabis
vaping
nicotine
tobacco
tobacco cessation
quit smoking class
drinking habits
drinking goals
dry january group
urge surfing
trigger list
relapsing
withdrawal
withdrawing
tapering off
taper off
taper schedule
taper plan
urge to use
without a drink
without drinking
days without
aa buddy
aa sponsor
`
export const mentalHealth = `
thoughts of harming
thoughts of hurting
thoughts of suicide
harming yourself
harm yourself
hurting yourself
hurt yourself
harm themselves
want to die
ending your life
end your life
end it all
in crisis
crisis text
crisis plan
call 988
text 988
dial 988
call or text 988
safety plan
feeling down
feeling hopeless
feeling low
feeling blue
feeling anxious
feeling overwhelmed
feeling lonely
hopeless
hopelessness
worthless
worry log
worry diary
thought log
thought record
mood diary
mood journal
nightmares
grief
grieving
coping
coping skills
coping strategies
coping plan
emotional health
emotional wellness
emotional support visit
mental wellness
burnout
burn out
social worker visit
inner child
childhood trauma
trauma work
exposure work
exposure homework
therapy homework
therapy group
your therapist
your psychologist
your psychiatrist
your counselor
your shrink
talk to a counselor
talk with a counselor
couples session
family session
marriage session
anger group
anger class
parenting group
divorce group
widow group
loss group
trauma group
anxiety group
depression group
mens group
intensive outpatient
residential program
residential stay
psych ward
hearing voices
compulsions
phobia
phobias
fear of flying
self esteem
body image
purging
bingeing
binging
neuropsych
psychological testing
psych testing
hypnosis
hypnotherapy
biofeedback
neurofeedback
mindfulness group
spravato
survivor group
depressants
self esteem group
parenting after trauma
codependency
mania
manic episode
delusional
psychotic
psychotic episode
neurotic
social anxiety
stress disorder
intrusive thoughts
mental illness
emotional support
emotional wellbeing check
adjustment disorder
kleptomania
gambling problem
anger issues
marital therapy
sex therapy
sex therapist
telepsychiatry
psych nurse
psychiatric np
mental hospital
mental health
mental wellness check
behavioral health
behavioural health
psychiatry
psychiatric
psychiatrist
psychologist
psychology
psychotherapy
psychotherapist
psych appointment
psych
psych eval
therapy
therapy appointment
therapist
counseling
counselling
counselor
counsellor
couples counseling
couples therapy
marriage counseling
marriage counselor
family therapy
family counseling
group therapy
individual therapy
play therapy
art therapy
talk therapy
teletherapy
cognitive behavioral
cbt
cbt session
dbt
dbt group
dbt skills
skills group
grief group
grief counseling
grief support
bereavement
bereavement group
support group
anger management
process group
depression
depressed
depressive
anxiety
anxious
panic attack
panic disorder
bipolar
schizophrenia
schizoaffective
psychosis
ptsd
trauma
trauma-informed
ocd
adhd meds
add medication
eating disorder
anorexia
bulimia
binge eating
self harm
suicide
suicidal
suicide prevention
crisis line
crisis hotline
crisis text line
988 lifeline
mood
mood disorder
mood check
mood tracker
mood log
borderline personality
dissociative
seasonal depression
med management
medication management
med check
mental breakdown
stress management
lcsw
lmft
lpc
abuse survivor
domestic violence
sexual assault
trauma recovery
aba therapy
aba session
parent coaching
mobile crisis
crisis team
crisis appointment
act team
peer specialist
peer support
wraparound
sleep hygiene
panic
clozaril
injection for schizophrenia
long-acting injectable
lai shot
mood chart
thought diary
sleep diary
worksheets for anxiety
intake session
intake with a therapist
therapy intake
therapy hour
50-minute hour
session with your therapist
session homework
cbt homework
dbt homework
skills class
coping class
stress class
meditation group
parent group
teen group
grief class
caregiver group
men's group
women's group
process work
inner work
attachment work
trauma processing
shadow work
play session
sand tray
art group
music therapy
equine therapy
hoarding
agoraphobia
ptsd group
combat trauma
veterans group
abuse
domestic abuse
safe at home
safety at home
self injury
sad most days
feeling sad
low spirits
mood swings
anger
loneliness
worry too much
racing thoughts
can't sleep
cannot sleep
lost interest
mental state
mental fitness
mind wellness
emotional check in
mood check-in
mental health screening
psych consult
psych med
psych np
pmhnp
adhd
adhd coach
adhd coaching
executive function coaching
autism
autistic
asd
aba
bcba
rbt
behavior therapist
behavior plan
behavior specialist
behavioral therapist
social skills group
iep testing
learning evaluation
dyslexia testing
gifted testing
custody evaluation
court evaluation
competency evaluation
fitness for duty
psychoanalysis
analyst hour
hypnotherapist
life after loss
divorce recovery
couples work
premarital
discernment counseling
`
export const reproductive = `
plan b pill
plan b one step
birthing class
childbirth class
childbirth classes
baby care class
baby class
kegels
kegel
cycle tracking
cycle day
day 3 labs
your cycle
beta test
beta hcg
hcg
heart beat scan
gender reveal
baby's heartbeat
baby's gender
egg donor
embryos
frozen eggs
termination
pregnancy options
period tracking
your period
late period
last period
condom
sex life
intimacy
sexual function
painful sex
estrogen
hormones
chest binder
facial feminization
follicle
follicles
trigger injection
anatomy ultrasound
count kicks
kick counting
fetal
fetus
placenta
afterbirth
midwives
doulas
obgyn visit
labor coach
cervical check
membrane sweep
birth plan
breastfeed
nursing bra fitting
baby blues
cravings in pregnancy
sterilization
sterility
low sperm
sperm donor
frozen embryos
ivf baby
abortion care
unplanned pregnancy
hormone blocker
ovulating
period pain
menses
tampon
heavy bleeding
prep labs
prep appointment
hrt refill
ed prescription
std results
std clinic
tumor
mammaplasty
hysteroscopy
sexually active
safe sex
condoms
pregnant
pregnancy
pregnancies
pregnancy loss
miscarriage
miscarried
stillbirth
ectopic
abortion
mifepristone
misoprostol
emergency contraception
termination of pregnancy
contraception
contraceptive
contraceptives
birth control shot
iud
iud insertion
iud placement
iud removal
mirena
kyleena
skyla
liletta
paragard
nexplanon
nuvaring
depo
depo shot
depo-provera
tubal
fertility
infertility
infertile
ivf cycle
fertile window
trying to conceive
surrogate
surrogacy
donor egg
donor sperm
prenatal
prenatal visit
pre-natal
antenatal
postnatal
postpartum
ob appointment
ob visit
obgyn
ob-gyn
gynecology
gynecologist
gynecological
gynecologic
gynaecology
gynaecologist
gyn visit
gyn exam
gyn appointment
obstetric
obstetrics
obstetrician
trimester
first trimester
third trimester
weeks pregnant
weeks along
weeks gestation
gestational
baby bump
expecting a baby
expecting mother
expectant
mom to be
mother-to-be
little one arrives
your new arrival
baby arrives
baby is due
your due date
due date is
newborn
newborn visit
newborn check
labor pains
contractions
preeclampsia
hyperemesis
morning sickness
breastfeeding
lactation
lactation consultant
menopause
perimenopause
menopausal
hot flashes
period cramps
menstrual
menstruation
missed period
heavy periods
irregular periods
pcos
polycystic
endometriosis
fibroid
fibroids
ovarian
ovary
uterus
uterine
cervix
cervical
vaginal
vaginosis
vagina
vulvar
pelvic
womb
libido
sexual health
sexual dysfunction
ed medication
ed treatment
erectile
viagra
cialis
std
stds
sti
stis
sexually transmitted
hiv
hiv prep
hiv positive
prep refill
prep prescription
prep follow-up
pep treatment
truvada
descovy
apretude
biktarvy
genvoya
antiretroviral
art medication
herpes
genital
chlamydia
gonorrhea
syphilis
trichomoniasis
hpv
gender affirming
gender care
gender clinic
gender dysphoria
gender transition
transgender
transgender care
top surgery
bottom surgery
puberty blockers
hormone replacement
genetic
genetics
hereditary cancer
brca
brca results
family planning
planned parenthood
women's health
womens health
women's clinic
men's health clinic
oncology
oncologist
cancer
cancer care
cancer center
cancer support
chemo
tumor board
survivorship
ob intake
new ob
first ob
ob check
ob nurse
ob class
gyn check
weeks today
baby is the size
size of a
babymoon
nursery tour
maternity tour
maternity class
labor tour
hospital tour for delivery
infant cpr
newborn class
newborn care
latch
latching
latched
nursing mother
nursing moms
pumping
milk supply
weaning
formula feeding
breast milk
bottle refusal
postpartum check
fourth trimester
after baby
since baby
baby came
baby's arrival
birth story
gave birth
vbac class
rhogam
glucose drink in pregnancy
kick counter
partner's sperm
sperm sample
collection cup
donor consult
donor match
gestational carrier
two-week wait
beta day
beta result
blastocyst
day 5 embryo
embryo update
fertilized
fertilization report
stims
stim start
stim day
down reg
lining check
trigger tonight
trigger at
trigger time
plan b is
emergency pill
morning after
the patch for birth
vaginal ring
diaphragm
withdrawal method
cycle charting
cycle app
doxypep
doxy pep
cabenuva
cabotegravir
undetectable
u=u
partner services
partner notification
partner treatment
expedited partner
exposed to an sti
sti exposure
sexual partner
rapid test for hiv
chest surgery
t shot
estradiol
hormone start
gender hormones
gender letter
surgery letter
voice feminization
orchiectomy
phalloplasty
vaginoplasty
o-shot
erections
erection
performance in bed
bedroom performance
trimix
ed shot
low libido
sex drive
vasectomy check
semen check
post-vasectomy
risk genes
hereditary risk
gene test
gene result
pep for
nursing going
how is nursing
heartbeat seen
`
