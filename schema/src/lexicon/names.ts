/**
 * First names and surnames. The French ones are among the most borne in France (INSEE, Fichier des prénoms and
 * Fichier des noms de famille, Licence Ouverte); the others are common among families who settled in France.
 */
export const maleFirstNames = (
  'Jean Pierre Michel André Philippe René Alain Jacques Bernard Marcel Daniel Roger Robert Claude Louis Georges Henri Gérard ' +
  'Christian Patrick Serge Guy Raymond Maurice Gilbert Yves Francis Thierry Pascal Bruno Éric Laurent Frédéric Didier Olivier ' +
  'Christophe Stéphane Sébastien Nicolas David Julien Thomas Alexandre Antoine Maxime Guillaume Vincent Romain Benoît Mathieu ' +
  'Hugo Lucas Théo Arthur Gabriel Adam Raphaël Nathan Enzo Léo Paul Victor Jules Étienne Fabrice Ludovic Cédric Loïc Yann ' +
  'Mohamed Karim Rachid Mehdi Youssef António Manuel José Carlos Giovanni Marco Mamadou Ibrahim Tomasz Minh Jean-Luc Jean-Marc ' +
  'Jean-Pierre Pierre-Yves Augustin Gaspard Émile Félix Basile Côme'
).split(' ');
export const femaleFirstNames = (
  'Marie Jeanne Françoise Monique Catherine Nathalie Isabelle Jacqueline Anne Sylvie Martine Denise Nicole Christine Hélène Simone ' +
  'Yvonne Madeleine Suzanne Paulette Geneviève Odette Thérèse Brigitte Véronique Chantal Annie Valérie Sandrine Céline Stéphanie ' +
  'Sophie Laurence Corinne Florence Patricia Agnès Béatrice Cécile Élodie Émilie Aurélie Julie Camille Léa Manon Chloé Emma Inès ' +
  'Sarah Lucie Pauline Claire Mathilde Alice Juliette Louise Charlotte Margaux Jade Lina Zoé Anaïs Caroline Delphine Karine Magali ' +
  'Fatima Khadija Nadia Leïla Samira Maria Rosa Lucia Giulia Aminata Fatou Katarzyna Linh Marie-Claude Marie-Thérèse Anne-Sophie ' +
  'Marie-Laure Josette Colette Ginette Solange Bernadette Éliane Mireille Odile Edith Gisèle Clémence Noémie Capucine'
).split(' ');
export const surnames = (
  'Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefebvre Leroy Roux David Bertrand Morel ' +
  'Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefèvre Faure Mercier Blanchard Guérin Boyer Garnier ' +
  'Chevalier Legrand Gauthier Perrin Robin Clément Morin Gautier Roussel Mathieu Nguyen Masson Marchand Duval Denis Dumont Noël ' +
  'Meyer Dufour Meunier Brun Blanc Giraud Joly Rivière Lucas Brunet Gaillard Barbier Arnaud Renard Schmitt Colin Vidal Caron ' +
  'Picard Fabre Lemoine Bourgeois Pelletier Benoît Hamel Carpentier Poirier Charpentier Vasseur Guillot Charrier Delacroix ' +
  'Le Gall Kerbrat Le Goff Etcheverry Ferrand Benali Haddad Cohen Lévy Diallo Traoré Da Silva Ferreira Rossi Bianchi Garcia ' +
  'Kowalski Tran Schneider Vandamme Peeters De Smet Costa Moretti Saïdi Belkacem Nowak Ferrero'
).split(/ (?!Gall|Goff|Silva|Smet)/);

/**
 * How often names are met, beside the others: the first of a list are the commonest by INSEE's counts of births since
 * 1946 and of surnames; compounds and names from elsewhere are rarer one by one, and every list keeps them.
 */
const TIERS: readonly (readonly [upTo: number, weight: number])[] = [
  [0.25, 4],
  [0.65, 2],
  [1, 1],
];
/** A list with the weight of each name, by its place in the list. */
export const weighed = (names: readonly string[]): readonly (readonly [name: string, weight: number])[] =>
  names.map((name, place) => [name, TIERS.find(([upTo]) => (place + 1) / names.length <= upTo)![1]]);

/** The few that read as either sex; they are not drawn, since a reader could not tell "elle" from "il". */
export const epicene = new Set([
  'Claude',
  'Camille',
  'Dominique',
  'Michel',
  'Denis',
  'Vincent',
  'Lucas',
  'Clément',
  'Laurent',
  'Martin',
  'Simon',
  'Noël',
  'Bernard',
  'Thomas',
  'Richard',
  'Robert',
  'David',
  'Louis',
  'Benoît',
  'Gautier',
  'Gauthier',
  'Mathieu',
  'Michèle',
]);
const male = new Set(maleFirstNames);
const female = new Set(femaleFirstNames);

/** Sex by first name, where the lists know it. */
export function sexOf(name: string): 'f' | 'm' | undefined {
  const first = name.split(' ')[0] ?? '';
  if (female.has(first)) return 'f';
  if (male.has(first)) return 'm';
  return undefined;
}
