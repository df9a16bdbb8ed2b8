/** Word endings of medical English and Spanish; only on words of seven letters or more that are no everyday words. */
export const medicalEndings = `
ectomy
otomy
ostomy
oscopy
plasty
itis
emia
aemia
algia
opathy
ography
centesis
odesis
opexy
rrhaphy
rrhea
rrhoea
tripsy
uria
plegia
paresis
sclerosis
stenosis
megaly
ologist
iatry
iatrist
iatric
dontist
dontics
dontic
dermic
cardial
cardio
carditis
otherapy
gestation
phlebitis
oscopia
ectomia
plastia
algia
opatia
oterapia
metria
iatria
oplasty
malacia
dystrophy
trophic
opause
cytosis
penia
philia
lysis
ismus
oscopic
scopic
surgical
therapeutic
carcinoma
sarcoma
blastoma
lymphoma
melanoma
adenoma
fibroma
hematoma
mammogram
ultrasound
angiogram
sonogram
cardiogram
myelogram
arthrogram
urogram
`
/** Word beginnings of medical terms; only on words of eight letters or more that are no everyday words. */
export const medicalBeginnings = `
angio
arthro
cardio
colono
colpo
cysto
dermato
echocard
electrocard
electroenc
endocrin
endometr
endoscop
gastro
gyneco
gynaeco
hemato
haemato
hepato
hyster
laparo
mammo
musculo
myocard
nephro
neuro
oncolog
ophthal
orthoped
orthopaed
osteo
otolaryn
periodont
pneumo
procto
psychiat
psychother
pulmon
radiolog
rheumat
rhino
spondyl
thoraco
thrombo
tympano
urolog
vasecto
immuniz
immunis
chemother
radiother
anticoag
antidepress
antibiot
antihist
hypertens
hyperthy
hypothy
hypoglyc
hyperglyc
`
/** Everyday words with such endings or beginnings. */
export const everydayLookalikes = `
technology technologist biology apology analogy ecology psychologytoday mythology geology chronology terminology methodology
ideology anthology trilogy photography photograph biography geography bibliography cinematography videography typography
calligraphy choreography demography demographic demographics sympathy empathy apathy telepathy antipathy academia bohemia
analysis paralysis catalysis dialysis neurodiverse osteosaurus rhinoceros rhinostone pneumonic mammoth
anatomy autonomy economy astronomy taxonomy gastronomy gastropub gastronomic geologist biologist meteorologist
anthropologist mamma mammal mammals hysteria hysterical hysterics hysteric procrastinate thoroughfare
telegram instagram program diagram hologram kilogram cryptogram anagram monogram
arthurian cardiff cardigan cardinal
nostalgia nostalgic encyclopedia mania romania macedonia catania gemetria simetria geometria fotografia geografia biografia
tecnologia ecologia geologia simpatia empatia
`
