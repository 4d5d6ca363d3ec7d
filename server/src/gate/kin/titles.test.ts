import { expect, test } from 'vitest';
import { judgeToon, refusalsIn } from '../judge-toon.ts';

const heirs = (first: string, second: string): string =>
  `famille:\n  defunt:\n    nom: Guy Gaillard\n  descendants:\n    enfants[2]{nom,option_successorale}:\n      Bruno Gaillard,${first}\n      Gilbert,${second}\n    petits_enfants[1]{nom,parent_nom}:\n      Suzanne,Bruno Gaillard`;
const asked = { persona: 'petit_enfant', voice: 'premiere_personne' };

test.each(['Mon père est Bruno Gaillard.', "Mon père s'appelle Bruno Gaillard.", "Mon père, c'est Bruno Gaillard.", 'Mon père, Bruno Gaillard, est son fils.'])(
  'who is called so once is meant where only "mon père" is said: %s',
  (told) => {
    const text = `Je suis Suzanne, la petite-fille de Guy Gaillard, qui est mort. ${told} Mon oncle Gilbert l'a très mal pris. Mon père a accepté la succession. Gilbert n'a pas encore opté.`;
    expect(refusalsIn(judgeToon(heirs('ACCEPTE', 'N_A_PAS_OPTE'), text, asked))).toEqual([]);
    expect(refusalsIn(judgeToon(heirs('N_A_PAS_OPTE', 'ACCEPTE'), text, asked))).not.toEqual([]);
  },
);
