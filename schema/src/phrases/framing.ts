/** Sentences that say nothing that could be checked; a text that is too short for its band gets some. */
export const asides: readonly string[] = [
  "tout cela n'est pas simple à raconter",
  'je préfère être complet',
  'chacun a sa lecture des choses',
  "l'ambiance dans la famille n'est pas bonne",
  "j'essaie de rester calme",
  'cela fait des semaines que ça dure',
  'on se parle de moins en moins',
  'je voudrais surtout comprendre',
  'les papiers sont éparpillés un peu partout',
  'il faut bien en sortir un jour',
  'je ne connais pas les mots exacts, pardonnez-moi',
  "on m'a dit tout et son contraire",
  'chaque coup de téléphone finit mal',
  'il y a des jours où je préfère ne pas ouvrir le courrier',
  'on repousse toujours la discussion à plus tard',
  'je ne demande pas la lune, juste un peu de clarté',
  'chacun campe sur ses positions',
  'ce genre de choses vous prend toute votre énergie',
  'je relis ces papiers sans arriver à y voir clair',
  "les repas de famille ne sont plus ce qu'ils étaient",
  "je vous le dis comme je l'ai compris",
  "rien n'est facile dans ces moments-là",
  'personne ne nous explique les choses clairement',
  'tout le monde a son avis sur la question',
  'la famille voudrait surtout comprendre',
  'les courriers se suivent et ne se ressemblent pas',
  "chacun attend que l'autre fasse le premier pas",
  'les souvenirs ne concordent pas toujours',
  'il est difficile de démêler tout cela sans aide',
  'le sujet revient à chaque repas de famille',
  'les uns et les autres sont fatigués de cette histoire',
  'la situation traîne depuis trop longtemps',
  "il n'y a pas de bonne manière d'en parler",
  'personne ne sait vraiment par quoi commencer',
  'le plus simple serait de tout reprendre au calme',
];

/** The same, as a professional would put them in a note. */
export const formalAsides: readonly string[] = [
  'les pièces du dossier sont en cours de réunion',
  'un point sera fait à réception des documents',
  'les éléments ci-dessus ressortent des premiers échanges',
  'le dossier demande un examen attentif',
  'ces indications restent à compléter par les pièces',
  'les échanges se poursuivent entre les intéressés',
  'une réunion est à prévoir',
  'les intéressés souhaitent avancer sereinement',
  'le calendrier reste à fixer',
  'le ton des échanges demeure courtois',
  'la présente note sera complétée au fur et à mesure des retours',
  'les intéressés ont été invités à produire leurs justificatifs',
  'aucune réponse définitive ne sera donnée avant examen complet du dossier',
  'un rendez-vous commun paraît souhaitable pour lever les incompréhensions',
  'les courriers adressés à ce jour sont restés en partie sans réponse',
  'la chronologie reste à vérifier pièce par pièce avec les intéressés',
  'le rédacteur a repris les explications données lors du premier entretien',
  'les points de désaccord seront abordés lors de la prochaine réunion',
  'les copies remises sont parfois peu lisibles et devront être redemandées',
];

/** What stands at the head of a note that reports another's words. */
export const reportHeadings: readonly string[] = [
  'Éléments rapportés, selon les déclarations de la famille :',
  "D'après les déclarations recueillies :",
  'Selon les propos des intéressés :',
  "D'après l'entretien, sans pièce à l'appui :",
];

/** What opens a sentence that reports another's words. */
export const reports: readonly string[] = [
  'selon la famille,',
  'à ce qui nous a été indiqué,',
  "d'après les premiers échanges,",
  'selon ses dires,',
  "d'après ce qu'on nous rapporte,",
];
