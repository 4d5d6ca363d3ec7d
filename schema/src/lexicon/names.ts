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
/** Others that a text may have, such as worlds do not draw; everyday words ("Rose", "Marin", "Honoré") are left out. */
const otherMaleFirstNames = (
  'Luc Marc Jérôme Franck Gilles Lionel Xavier Grégory Emmanuel Rémy Fabien Florian Quentin Kévin Jérémy Anthony Damien Adrien ' +
  'Mickaël Michaël Alexis Baptiste Tristan Joël Jean-Claude Jean-Paul Jean-Louis Jean-Michel Jean-Jacques Jean-François Jean-Baptiste ' +
  'Jean-Yves Jean-Philippe Jean-Christophe Léon Lucien Fernand Albert Charles Édouard Edmond Eugène Ernest Gaston Gustave Joseph Jérémie ' +
  'Noah Ethan Liam Tom Axel Samuel Rayan Timothée Bastien Corentin Dylan Jordan Matthieu Cyril Régis Hervé Armand Auguste Aurélien ' +
  'Léopold Marius Norbert Roland Sylvain Thibault Thibaut Yannick Yvan Ferdinand Achille Lilian Alban Alphonse Anatole Boris Célestin ' +
  'Gérald Ghislain Gonzague Ahmed Ali Omar Hassan Abdelkader Moussa Ousmane Amadou Luigi Antonio Paolo João Pedro Miguel Juan Fernando ' +
  'Sergio Stefan Piotr Ivan Vladimir Hans'
).split(' ');
const otherFemaleFirstNames = (
  'Sandra Virginie Laetitia Laëtitia Audrey Mélanie Jessica Laura Marion Morgane Justine Amandine Jennifer Vanessa Sabrina Séverine ' +
  'Christelle Carole Pascale Annick Danielle Évelyne Liliane Lucette Lucienne Marcelle Germaine Marguerite Micheline Muriel Nadine ' +
  'Raymonde Régine Renée Roselyne Sabine Josiane Joëlle Ghislaine Georgette Gabrielle Francine Huguette Henriette Hortense Irène ' +
  'Jocelyne Julia Lydie Maryse Maryvonne Marthe Mélissa Mila Louane Lola Romane Eva Anna Alicia Clara Elsa Élisa Élise Estelle Fanny ' +
  'Fabienne Flora Gaëlle Jeannine Jeanine Karima Yasmina Aïcha Zohra Rachida Malika Fatiha Naïma Amina Adèle Agathe Alexandra Anouk ' +
  'Apolline Ariane Armelle Astrid Augustine Bérengère Berthe Blandine Carmen Claudine Claudette Clotilde Coralie Christiane Daphné Diane ' +
  'Dorothée Emmanuelle Émeline Ernestine Eugénie Flavie Gwenaëlle Ingrid Jeannette Judith Léonie Louisette Ludivine Lydia Myriam Nelly ' +
  'Nina Noëlle Olivia Pierrette Rachel Rebecca Rolande Rosalie Salomé Sonia Soraya Sylviane Tatiana Victoria Viviane Yolande Yvette Zineb ' +
  'Monika Ana Elena Ilona Paola Carla Sofia Teresa Marie-Christine Marie-Hélène Marie-Pierre Marie-France Marie-Louise Marie-José Anne-Marie ' +
  'Anne-Laure Élisabeth'
).split(' ');
/** First names whose sex is known, in worlds or not. */
export const [knownMaleFirstNames, knownFemaleFirstNames]: readonly [readonly string[], readonly string[]] = [
  [...maleFirstNames, ...otherMaleFirstNames],
  [...femaleFirstNames, ...otherFemaleFirstNames],
];
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
