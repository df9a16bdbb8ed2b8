/** Brands and generics in outreach and pharmacy texts; the suffix rules catch the rest. Words, folded. */
export const drugNames = `
abilify accutane aciphex actos adderall adipex advair advil afrin albuterol alendronate aleve allegra allopurinol alprazolam
ambien amitriptyline amlodipine amoxicillin amoxil anastrozole apixaban aricept arimidex armour aspirin atarax atenolol ativan
atorvastatin augmentin austedo avastin avonex azithromycin bactrim baclofen basaglar belsomra benadryl benicar bentyl benzonatate
biktarvy boniva botox breo brilinta bumex bupropion buspar buspirone bydureon byetta bystolic caduet calcitriol caplyta carafate
carbidopa cardizem cardura carisoprodol carvedilol celebrex celexa cephalexin cetirizine chantix cialis cipro ciprofloxacin
citalopram claritin cleocin clindamycin clomid clomiphene clonazepam clonidine clopidogrel clozapine codeine colace colchicine
combivent compazine concerta copaxone coreg cosentyx coumadin cozaar creon crestor cyclobenzaprine cymbalta cytomel
decadron delsym depakote desvenlafaxine dexamethasone dexilant dextroamphetamine diazepam diclofenac dicyclomine diflucan digoxin
dilantin dilaudid diltiazem diovan diphenhydramine divalproex donepezil doxepin doxycycline duloxetine dulera dupixent dutasteride
effexor efudex elavil eliquis emgality enalapril enbrel entresto entyvio epinephrine ergocalciferol ertugliflozin escitalopram
esomeprazole estrace estradiol eszopiclone eucrisa euflexxa evista excedrin ezetimibe famotidine farxiga fenofibrate fentanyl
ferrous finasteride fioricet flagyl flexeril flomax flonase flovent fluconazole fluoxetine fluticasone focalin folic forteo fosamax
furosemide gabapentin geodon gleevec glimepiride glipizide glucophage glucotrol glyburide guanfacine haldol haloperidol
herceptin humalog humira humulin hydralazine hydrochlorothiazide hydrocodone hydrocortisone hydromorphone hydroxychloroquine
hydroxyzine hyzaar ibrance ibuprofen imitrex imodium imuran inderal ingrezza intuniv invega invokana isotretinoin ivermectin
januvia jardiance jublia kenalog keppra keflex keytruda klonopin lamictal lamotrigine lantus lasix latanoprost latisse latuda letrozole
levaquin levemir levetiracetam levitra levocetirizine levofloxacin levothyroxine lexapro lidocaine linzess lipitor lisinopril lithium
lodine loestrin loperamide loratadine lorazepam losartan lovastatin lovenox lumigan lunesta lupron lybalvi lyrica macrobid
marinol medrol meloxicam memantine meclizine metformin methadone methimazole methotrexate methylphenidate methylprednisolone
metoclopramide metoprolol metronidazole micardis minocycline minoxidil mirapex mirtazapine mobic modafinil montelukast morphine
motrin mounjaro mucinex mycophenolate myrbetriq nabumetone namenda naproxen nasonex neurontin nexium niacin nifedipine nitrofurantoin
nitroglycerin norco nortriptyline norvasc novolog nucynta nurtec nuvigil ocrevus olanzapine olmesartan omeprazole ondansetron
opdivo orencia orilissa otezla oxcarbazepine oxybutynin oxycodone oxycontin ozempic pamelor pantoprazole paroxetine paxil paxlovid
penicillin pepcid percocet phentermine phenergan phenobarbital phenytoin pioglitazone plaquenil plavix ponstel pradaxa praluent
pravachol pravastatin prednisolone prednisone premarin prevacid prilosec prinivil pristiq procardia progesterone prolia promethazine
propecia propranolol proscar protonix provera provigil prozac pulmicort qsymia qulipta quetiapine quinapril qvar ramipril ranitidine
reglan remeron remicade renflexis repatha requip restasis restoril retacrit retin-a rexulti risperdal risperidone ritalin rituxan
rizatriptan robaxin rogaine ropinirole rosuvastatin roxicodone rybelsus saxenda semaglutide senna sensodyne seroquel sertraline
sildenafil simvastatin sinemet singulair skelaxin skyrizi soma sonata spiriva spironolactone spravato stelara strattera suboxone
sudafed sumatriptan symbicort synthroid synvisc tadalafil taltz tamiflu tamoxifen tamsulosin tegretol temazepam tenormin terazosin
testopel timolol tirzepatide tizanidine topamax topiramate toradol toujeo tradjenta tramadol trazodone trelegy tremfya tresiba tretinoin
triamcinolone triamterene tricor trintellix trulicity truvada tylenol ubrelvy ultram uloric valium valsartan valtrex vancomycin
vardenafil vasotec venlafaxine ventolin verapamil verzenio vesicare viagra vicodin vicoprofen victoza viibryd vimpat viread voltaren
vraylar vyvanse warfarin wegovy wellbutrin xanax xarelto xeljanz xgeva xifaxan xolair xyzal yasmin yaz zantac zarxio zepbound zestril
zetia ziprasidone zithromax zocor zofran zoladex zoloft zolpidem zometa zonegran zostavax zyloprim zyprexa zyrtec zytiga zyvox
acetaminophen acyclovir adalimumab aimovig ajovy amphetamine ampicillin aripiprazole asacol azathioprine bimatoprost
bisoprolol brexpiprazole budesonide butalbital candesartan carbamazepine cefdinir cefuroxime celecoxib chlorthalidone clobetasol
cosyntropin creatine cyproterone dabigatran denosumab desloratadine dexmethylphenidate doxazosin dulaglutide empagliflozin
enoxaparin eszopiclone etanercept evenity exenatide febuxostat fexofenadine filgrastim flecainide fluvoxamine formoterol
galantamine glargine golimumab guaifenesin imipramine indapamide indomethacin infliximab ipratropium irbesartan isosorbide
ketoconazole ketorolac labetalol lacosamide levonorgestrel linagliptin liraglutide lisdexamfetamine loxapine lurasidone
melatonin mesalamine metaxalone methocarbamol methylcobalamin mirabegron mupirocin naltrexone nebivolol nystatin ofloxacin
oseltamivir paliperidone perphenazine pimecrolimus polymyxin potassium-chloride pramipexole prazosin pregabalin primidone
probenecid prochlorperazine quinolone rabeprazole raloxifene rivaroxaban rivastigmine salmeterol scopolamine selegiline
sitagliptin solifenacin solriamfetol suvorexant tacrolimus tazarotene telmisartan terbinafine teriparatide tolterodine
torsemide trifluoperazine ustekinumab valacyclovir valproate varenicline vedolizumab vilazodone vortioxetine zafirlukast zolmitriptan
winlevi aklief epiduo differin clenbuterol ocrelizumab natalizumab tysabri tecfidera gilenya aubagio kesimpta leqembi aduhelm
eylea lucentis vabysmo xiidra cequa durysta rhopressa combigan alphagan travatan cosopt pataday lotemax durezol
gonal-f follistim menopur cetrotide ganirelix ovidrel pregnyl crinone makena clomifene cabergoline bromocriptine
sogroya skytrofa norditropin genotropin synarel orgovyx firmagon eligard trelstar xtandi erleada nubeqa lynparza tagrisso
imbruvica revlimid pomalyst velcade darzalex neulasta udenyca aranesp epogen procrit venofer injectafer feraheme
aristada uzedy sustenna perseris zypadhera cobenfy auvelity zurzuvae zulresso quviviq dayvigo hetlioz sunosi wakix xyrem
adlyxin soliqua xultophy tzield afrezza admelog fiasp lyumjev semglee rezvoglar baqsimi gvoke mircera
ipledge reclast beyfortus synagis cabenuva qutenza trimix rhogam spiro orlistat contrave plenvu sutab osmoprep
lupkynis benlysta simponi cimzia actemra kevzara olumiant rinvoq ilumya bimzelx siliq cibinqo adbry nemluvio ebglyss
opzelura vtama zoryve arcalyst nucala fasenra tezspire cinqair palforzia breztri airduo wixela stiolto anoro incruse
arnuity asmanex alvesco camzyos vyndaqel leqvio nexletol nexlizet kerendia inpefa multaq ranexa corlanor verquvo
effient rezdiffra livdelzi iqirvo ocaliva xermelo gattex motegrity trulance amitiza relistor movantik viberzi ibsrela
zegerid voquezna imcivree foundayo lantidra korlym isturisa crenessity ngenla yorvipath natpara tymlos novarel
endometrin osphena intrarosa vagifem imvexxy veozah lynkuet addyi vyleesi phexxi slynd nextstellis opill annovera
twirla xulane lutathera pluvicto xofigo enhertu trodelvy kadcyla perjeta phesgo nerlynx tukysa kisqali piqray truqap
itovebi lenvima cabometyx votrient inlyta sutent stivarga lonsurf xeloda temodar gliadel lumakras krazati tepmetko
rybrevant imfinzi tecentriq libtayo jemperli yervoy brukinsa calquence venclexta jakafi inrebic ojjaara vonjo sprycel
bosulif tasigna iclusig scemblix empaveli ultomiris soliris fabhalta vumerity bafiertam zeposia ponvory mayzent
mavenclad briumvi lemtrada nuplazid ongentys xadago gocovri rytary inbrija apokyn kynmobi duopa xenazine fycompa xcopri
briviact aptiom banzel onfi sympazan epidiolex fintepla diacomit nayzilam valtoco sabril radicava qalsody relyvrio
firdapse vyvgart rystiggo zilbrysq spinraza zolgensma evrysdi kisunla namzaric reyvow zavzpret vyepti symbravo trudhesa
elyxyb cafergot maxalt relpax zomig frova amerge axert treximet azstarys jornay qelbree mydayis evekeo daytrana
aptensio cotempla adzenys kapvay igalmi fanapt saphris trinza hafyera rykindo exxua emsam parnate nardil marplan
lucemyra zubsolv probuphine vivitrol brixadi opvee kloxxado mavyret epclusa harvoni sovaldi zepatier vosevi baraclude
vemlidy hepsera dovato triumeq tivicay juluca symtuza odefsey delstrigo pifeltro prezcobix sunlenca yeztugo rukobia
apretude descovy xofluza tpoxx lagevrio arikayce sirturo dificid prevymis livtencity orbactiv dalvance susvimo syfovre
izervay byooviz beovu macugen iluvien ozurdex xdemvy miebo tyrvaya vuity qlosi upneeq lastacaft zerviate pazeo vevye
oxervate tepezza kerydin arazlo twyneo cabtreo qbrexza sofdra brijjit xeomin jeuveau daxxify letybo qwo rhofade mirvaso
soolantra epsolay levothroid levoxyl tirosint unithroid nature-throid np-thyroid toviaz gemtesa detrol ditropan
sanctura enablex rapaflo uroxatral jalyn avodart stendra xiaflex testim androgel axiron jatenzo tlando kyzatrex xyosted
aveed colcrys mitigare krystexxa gloperba zurampic midol nyquil dayquil theraflu robitussin zicam coricidin tums
rolaids mylanta maalox gaviscon pepto kaopectate dulcolax senokot metamucil benefiber citrucel gas-x beano nasacort
rhinocort astepro patanase dymista ryaltris bacitracin neosporin polysporin aquaphor silvadene desitin lotrimin lamisil
tinactin monistat cyanocobalamin cholecalciferol glucosamine chondroitin biotin sermorelin ipamorelin tesamorelin
bremelanotide hydroxyurea mercaptopurine cyclophosphamide capecitabine temozolomide exemestane fulvestrant bicalutamide
abiraterone enzalutamide linezolid cefazolin ceftriaxone meropenem trimethoprim sulfamethoxazole rifampin isoniazid
ethambutol pyrazinamide albendazole mebendazole praziquantel atovaquone proguanil mefloquine carboplatin cisplatin
paclitaxel docetaxel doxorubicin gemcitabine oxaliplatin irinotecan rituximab trastuzumab bevacizumab pembrolizumab
nivolumab sacubitril ivabradine icosapent vascepa lovaza niaspan welchol colesevelam lopid gemfibrozil lispro aspart
detemir degludec regular-insulin nph buprenorphine acamprosate disulfiram nicorette nicoderm lozenges
`
/** International name stems; only on words of seven letters or more that are no common words. */
export const drugSuffixes = `
statin
pril
sartan
tide
mab
cillin
azole
olol
triptan
floxacin
cycline
mycin
micin
prazole
gliptin
gliflozin
glitazone
tinib
ciclib
parib
zomib
navir
ciclovir
buvir
vudine
caine
barbital
azepam
azolam
oxetine
profen
dronate
parin
xaban
gatran
lukast
thiazide
semide
setron
tidine
terol
phylline
tropium
zosin
steride
sterone
afil
relix
relin
gestrel
estradiol
asone
olone
onide
dipine
pramine
triptyline
zapine
peridone
piprazole
racetam
gabalin
bactam
penem
cef
sulfa
mustine
platin
taxel
rubicin
poetin
grastim
cept
kinra
limus
nacin
profloxacin
zodone
faxine
zolam
zepam
tadine
nidazole
conazole
quine
oxacin
ximab
zumab
lizumab
stigmine
trexate
`
/** Common words that end like a drug. */
export const drugLookalikes = `
riptide eventide yuletide peptide bromide untide counsel cocaine april turquoise genuine masquerade concept accept except
intercept precept percept reception cushion migraine domaine ukraine balustrade turbine bettide fortitude marinade lemonade
promenade colonnade serenade parapet baritone milestone cornerstone gemstone sandstone limestone brownstone keystone flagstone
capstone touchstone yellowstone livingstone gladstone stone firestone bluestone
graf crossaint windcave barcelone alone condone telephone microphone headphone smartphone cyclone gramophone
undertide springtide noontide bonafide worldwide nationwide statewide citywide
`
