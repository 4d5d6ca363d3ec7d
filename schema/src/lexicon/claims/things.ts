import type { Claim } from '../types.ts';
import { claim, type } from './claim.ts';

const types = (...codes: readonly string[]): string[] => codes.map(type);

/** Verbs of having; what stands behind them and an article is had. */
const HAS = [
  'avait|avais|avaient|possedait|possede|possedaient|detenait|detient|laisse|laissait|reste|restait|comprend|comprenait|comporte|proprietaire|ajoute|ajoutent|trouve|trouvait|conservait',
  'y a|avait',
];
const SOME = 'un|une|des|quelques|plusieurs|deux|trois|quatre';
const QUALIFIED = 'petit|petite|petits|petites|vieux|vieille|vieilles|grand|grande|beau|bel|belle|belles|ancien|ancienne|modeste|autre';

/** "Il avait aussi un petit verger": nouns of one word each that are everyday words elsewhere ("au fond du jardin"). */
const had = (nouns: string, ...supports: readonly string[]): Claim =>
  claim(
    HAS.flatMap((verb) => [`${verb} ... ${SOME} ${nouns}`, `${verb} ... ${SOME} ${QUALIFIED} ${nouns}`]),
    ...supports,
  );

const HOUSES = [...types('MAISON', 'IMMOBILIER'), 'liberalites.donations.*.objet=IMMEUBLE', 'patrimoine.actifs.*.usage'];
const FLATS = [...types('APPARTEMENT', 'STUDIO', 'IMMOBILIER', 'IMMEUBLE_DE_RAPPORT'), 'liberalites.donations.*.objet=IMMEUBLE', 'liberalites.donations.*.emploi'];
const LAND = [...types('TERRAIN', 'TERRES_AGRICOLES', 'BOIS', 'IMMOBILIER'), 'liberalites.donations.*.objet', 'entreprise'];
const VEHICLES = [...types('VEHICULE'), 'liberalites.donations.*.objet=VEHICULE', 'liberalites.donations.*.emploi', 'patrimoine.passifs.*.type=CREDIT_CONSOMMATION', 'entreprise'];
const VALUABLES = [...types('BIJOUX', 'OEUVRE_D_ART', 'MEUBLES'), 'liberalites.donations.*.objet=OBJET_MOBILIER', 'liberalites.legs'];
const SAVINGS = [...types('LIVRET', 'COMPTE_BANCAIRE', 'PORTEFEUILLE_TITRES', 'PER'), 'assurance_vie', 'liberalites'];
const SECURITIES = [...types('PORTEFEUILLE_TITRES', 'PER', 'PARTS_SCI'), 'entreprise', 'liberalites.donations.*.objet=TITRES'];
const BUSINESSES = ['entreprise', 'profession', ...types('FONDS_DE_COMMERCE', 'LOCAL_COMMERCIAL', 'IMMOBILIER')];
const DEBTS = ['patrimoine.passifs', 'patrimoine.passif_existe', 'patrimoine.actifs.*.location', 'indivision', 'entreprise.passif_social'];

/** Things that people leave, by the nouns that name them, beside those that a sort of asset is told by. */
export const thingClaims: readonly Claim[] = [
  claim(['chalet|chalets|fermette|bergerie|cabanon|bungalow', 'manoir|manoirs'], ...HOUSES),
  had('ferme|fermes|mas|moulin|gite|grange|chateau|maisonnette|domaine', ...HOUSES, ...types('TERRES_AGRICOLES'), 'entreprise'),
  claim(['duplex|loft|lofts', 'pied a terre', 'chambre de bonne', 't|f 1|2|3|4|5', 'un|petit|le deux|trois|quatre pieces'], ...FLATS),
  had('logement|logements', ...FLATS, ...types('MAISON'), 'famille.droits_du_partenaire'),
  had('immeuble|immeubles', ...FLATS, ...types('LOCAL_COMMERCIAL', 'PARTS_SCI')),
  claim(['verger|vergers|vignoble|vignobles|potager', 'etang|etangs'], ...LAND),
  had('champ|champs|=pré|=prés|bois|jardin|jardins|vigne|vignes|parcelle|parcelles|prairie|prairies', ...LAND),
  claim(['parcelle|parcelles de bois|terre|vigne'], ...LAND),
  claim(
    ['camping car', 'caravane|caravanes|scooter|mobylette|cyclomoteur|quad', 'une|la|sa|leur|cette peugeot|renault|citroen|twingo|clio|mercedes|audi|volkswagen|toyota|fiat|dacia'],
    ...VEHICLES,
  ),
  had('moto|motos|berline|remorque|tracteur|tracteurs|camion|camions|utilitaire|fourgonnette', ...VEHICLES),
  claim(['peniche|barque|yacht|zodiac|paquebot|catamaran', 'jet ski'], ...types('BATEAU')),
  claim(['lingot|lingots|diamant|diamants', 'pieces|piece|louis d or'], ...VALUABLES),
  had('montre|montres|alliance|collier|colliers|bague|bagues|bracelet', ...VALUABLES),
  claim(['armoire normande', 'livres anciens', 'argenterie|antiquites|antiquite|sculpture|sculptures'], ...VALUABLES),
  had('armoire|commode|buffet|tapis|piano|timbres|collection|collections|statue|statues|horloge', ...VALUABLES),
  claim(['ldd|ldds|pel|cel|lep', 'plan d epargne logement', 'bas de laine', 'argent liquide', 'compte joint'], ...SAVINGS),
  claim(
    HAS.flatMap((verb) => [`${verb} ... des economies`, `${verb} ... de l epargne`]),
    ...SAVINGS,
  ),
  claim(
    ['sicav|opcvm|scpi|bitcoin|bitcoins|cryptomonnaie|cryptomonnaies|crypto|cryptos', 'un|le|son pea|per', 'actions|obligations dorment|cotees|en bourse', 'quelques actions'],
    ...SECURITIES,
  ),
  had(
    'restaurant|boulangerie|boucherie|epicerie|hotel|bar|auberge|brasserie|librairie|pharmacie|usine|boutique|magasin|commerce|atelier|entrepot|hangar|scierie|menuiserie',
    ...BUSINESSES,
  ),
  had('bureaux|vaches|cheval|moutons|troupeau|chevaux|cheptel', ...BUSINESSES, ...types('TERRES_AGRICOLES')),
  claim(['salon de coiffure', 'bar tabac|restaurant', 'bureau de tabac', 'cabinet dentaire|medical|comptable|veterinaire', 'start up'], ...BUSINESSES),
  claim(['brevet|brevets d invention|depose|deposes', 'droits d auteur', 'licence de taxi']),
  had('brevet|brevets'),
  had('caution|cautions', 'patrimoine.passifs.*.type=CAUTIONNEMENT'),
  claim(['trop percu', 'arriere|arrieres de salaire|pension|retraite', 'lui devait|devaient encore|toujours de l argent'], ...types('CREANCE'), 'indivision.creances', ...DEBTS),
  had('amende|amendes|ardoise|impayes|arrieres|leasing|retard|redressement', ...DEBTS),
  claim(['frais d hopital|hospitalisation|clinique|maison|ehpad'], 'patrimoine.passifs'),
];
