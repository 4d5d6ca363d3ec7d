/** Towns with the preposition they take, banks, insurers, and countries with their adjective (feminine singular). */
export const towns = (
  'Lyon Marseille Toulouse Nantes Strasbourg Montpellier Bordeaux Lille Rennes Reims Toulon Grenoble Dijon Angers Nîmes Brest Tours ' +
  'Limoges Amiens Metz Besançon Perpignan Orléans Caen Mulhouse Rouen Nancy Avignon Poitiers Pau Annecy Colmar Quimper Vannes ' +
  'Chambéry Valence Bourges Niort Albi Cahors Auch Périgueux Saumur Honfleur Dinard Cassis Arcachon Royan Vichy Beaune Cholet Dax ' +
  'Figeac Gap Laon Mâcon Nevers Privas Sète Troyes Ussel Vesoul'
).split(' ');
/** "au Crédit Mutuel", "à la Banque Postale". */
export const atBank = (name: string): string => `${/^(?:Crédit|LCL|CIC)/.test(name) ? 'au' : 'à la'} ${name}`;
export const banks = ['Crédit Agricole', 'Banque Postale', 'Société Générale', 'BNP', 'Caisse d’Épargne', 'Crédit Mutuel', 'LCL', 'CIC', 'Banque Populaire'].map((name) =>
  name.replaceAll('’', "'"),
);
export const insurers = ['Prédica', 'CNP', 'Generali', 'Swiss Life', 'Axa', 'Cardif', 'Afer', 'Spirica', 'MAAF', 'Allianz', 'Suravenir'];
/** Banks and insurers that no target speaks of. */
export const otherInstitutions =
  'MAIF MACIF MMA GMF AG2R HSBC ING Boursorama Fortuneo Natixis BPCE Aviva Groupama Matmut Malakoff Mutavie Abeille Crédipar Cetelem Cofidis Sofinco Bred BRED Milleis Monabanq Hello'.split(
    ' ',
  );
export const companyNames = [
  'Vernet',
  'Pélissier',
  'Aubrac',
  'Hélios',
  'Arpège',
  'Sirius',
  'Courtois',
  'Rivoli',
  'Les Tilleuls',
  'Sologne',
  'Batiloire',
  'Valmont',
  'Océane',
  'Tramontane',
];
export const activities = ['menuiserie', 'transport', 'restauration', 'imprimerie', 'mécanique', 'conseil', 'boulangerie', 'négoce de vin', 'plomberie', 'optique'];
/** What some forms of company do, where not just anything; those with none do nothing of their own. */
export const activitiesOfForm: Readonly<Record<string, readonly string[]>> = {
  EXPLOITATION_AGRICOLE: ['maraîchage', 'élevage', 'viticulture', 'arboriculture'],
  COMMERCE: ['boulangerie', 'restauration', 'optique', 'négoce de vin'],
  PROFESSION_LIBERALE: ['conseil', 'expertise', 'architecture'],
  SCI: [],
  HOLDING: [],
};

export interface Country {
  readonly name: string;
  /** "en Belgique", "au Portugal". */
  readonly at: string;
  /** Feminine singular: "belge", "portugaise". */
  readonly adjective: string;
  readonly city: string;
}
export const countries: readonly Country[] = [
  { name: 'Belgique', at: 'en Belgique', adjective: 'belge', city: 'Bruxelles' },
  { name: 'Suisse', at: 'en Suisse', adjective: 'suisse', city: 'Lausanne' },
  { name: 'Espagne', at: 'en Espagne', adjective: 'espagnole', city: 'Alicante' },
  { name: 'Portugal', at: 'au Portugal', adjective: 'portugaise', city: 'Porto' },
  { name: 'Italie', at: 'en Italie', adjective: 'italienne', city: 'Turin' },
  { name: 'Allemagne', at: 'en Allemagne', adjective: 'allemande', city: 'Fribourg' },
  { name: 'Maroc', at: 'au Maroc', adjective: 'marocaine', city: 'Rabat' },
  { name: 'Canada', at: 'au Canada', adjective: 'canadienne', city: 'Montréal' },
  { name: 'Luxembourg', at: 'au Luxembourg', adjective: 'luxembourgeoise', city: 'Esch' },
];
export const france: Country = { name: 'France', at: 'en France', adjective: 'française', city: 'Paris' };
export const professions: readonly (readonly [masculine: string, feminine: string])[] = [
  ['instituteur', 'institutrice'],
  ['menuisier', 'couturière'],
  ['agriculteur', 'agricultrice'],
  ['infirmier', 'infirmière'],
  ['comptable', 'comptable'],
  ['médecin', 'médecin'],
  ['boulanger', 'boulangère'],
  ['facteur', 'factrice'],
  ['ingénieur', 'ingénieure'],
  ['chauffeur routier', 'secrétaire'],
  ['cheminot', 'aide-soignante'],
  ['commerçant', 'commerçante'],
];
