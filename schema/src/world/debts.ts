import { banks } from '../lexicon/places.ts';
import { dayIn, type Day } from './calendar.ts';
import type { WorldBuilder } from './builder.ts';
import { idOfPerson, type Leaves } from './asset.ts';

interface DebtKind {
  readonly type: string;
  readonly median: number;
  readonly creditor: 'bank' | 'none' | 'person' | 'department';
  readonly dated: boolean;
}
const debtKinds: readonly (readonly [DebtKind, number])[] = [
  [{ type: 'EMPRUNT_IMMOBILIER', median: 48_000, creditor: 'bank', dated: true }, 2.5],
  [{ type: 'CREDIT_CONSOMMATION', median: 7_500, creditor: 'bank', dated: true }, 1.5],
  [{ type: 'IMPOT_REVENU', median: 3_200, creditor: 'none', dated: false }, 1.2],
  [{ type: 'IMPOT_SUCCESSION', median: 9_000, creditor: 'none', dated: false }, 0.4],
  [{ type: 'TAXE_FONCIERE', median: 1_450, creditor: 'none', dated: false }, 0.9],
  [{ type: 'FRAIS_FUNERAIRES', median: 4_300, creditor: 'none', dated: false }, 1.6],
  [{ type: 'FRAIS_DE_SANTE', median: 5_200, creditor: 'none', dated: false }, 1.2],
  [{ type: 'CAUTIONNEMENT', median: 30_000, creditor: 'bank', dated: true }, 0.5],
  [{ type: 'PRET_FAMILIAL', median: 14_000, creditor: 'person', dated: true }, 1],
  [{ type: 'AIDE_SOCIALE_RECUPERABLE', median: 21_000, creditor: 'department', dated: false }, 0.7],
  [{ type: 'DETTE_PROFESSIONNELLE', median: 26_000, creditor: 'none', dated: false }, 0.6],
  [{ type: 'DECOUVERT_BANCAIRE', median: 1_900, creditor: 'bank', dated: false }, 0.7],
  [{ type: 'LOYERS_IMPAYES', median: 2_700, creditor: 'none', dated: false }, 0.4],
];

export function tellDebts(w: WorldBuilder): void {
  const { random } = w;
  const topic = w.has('dettes_passif');
  const count = topic
    ? random.int(2, 4)
    : random.weighted([
        [0, 4],
        [1, 3],
        [2, 2],
      ] as const);
  if (count === 0) {
    w.tell('debts.none', [['patrimoine.passif_existe', false]], { needs: ['deceased'], weight: 0.7 });
    return;
  }
  const used = new Set<string>();
  for (let i = 1; i <= count; i++) {
    const pool = debtKinds.filter(([item]) => !used.has(item.type));
    const kind = random.weighted(pool);
    used.add(kind.type);
    tellDebt(w, `debt${i}`, kind, topic);
  }
  if (w.link === 'CONJOINT' && w.regime === 'SEPARATION_DE_BIENS' && random.chance(0.3))
    tellDebt(w, 'debt9', { type: 'CREANCE_ENTRE_EPOUX', median: 45_000, creditor: 'none', dated: false }, topic);
  if (!topic) w.tell('debts.some', [['patrimoine.passif_existe', true]], { needs: ['deceased'], excludes: ['debt'], weight: 0.35 });
}

function tellDebt(w: WorldBuilder, id: string, kind: DebtKind, topic: boolean): void {
  const { random } = w;
  const path = `patrimoine.passifs.#${id}`;
  const at = (key: string): string => `${path}.${key}`;
  const weight = topic ? 2.5 : 0.8;
  w.tell(id, [[at('type'), kind.type]], { needs: kind.type === 'CREANCE_ENTRE_EPOUX' ? ['deceased', 'partner'] : ['deceased'], weight });
  const detail = (key: string, leaves: Leaves, factor: number, needs: readonly string[] = []): void =>
    w.tell(`${id}.${key}`, leaves, { needs: [id, ...needs], weight: weight * factor });
  detail('value', [[at('valeur'), w.purse.amount(kind.median, 0.5, true)]], 1.4);
  if (kind.type === 'CREDIT_CONSOMMATION' && random.chance(0.3)) detail('label', [[at('libelle'), random.pick(['crédit voiture', 'crédit cuisine', 'crédit travaux'])]], 0.8);
  if (kind.creditor === 'bank') detail('creditor', [[at('creancier_nom'), random.pick(banks)]], 0.5);
  if (kind.creditor === 'department') detail('creditor', [[at('creancier_nom'), 'département']], 0.5);
  if (kind.type === 'CREANCE_ENTRE_EPOUX' && w.partner) detail('creditor', [[at('creancier_nom'), w.partner.name]], 0.8);
  if (kind.creditor === 'person') {
    const lender = [...w.siblings, ...w.children].find((person) => !person.dead && !person.minor);
    const lenderId = lender && idOfPerson(w, lender);
    if (lender && lenderId) detail('creditor', [[at('creancier_nom'), lender.name]], 0.8, [lenderId]);
  }
  const start: Day = dayIn(random, random.int(Math.max(w.deceased.birth.year + 25, w.death.year - 14), w.death.year - 1));
  if (kind.dated) detail('date', [[at('date'), w.date(start, true)]], 0.4);
  if (kind.type === 'EMPRUNT_IMMOBILIER') detail('insured', [[at('assurance_emprunteur'), random.chance(0.6)]], 0.5);
  if (w.link === 'CONJOINT' && w.regime?.startsWith('COMMUNAUTE') && (kind.type.startsWith('EMPRUNT') || kind.type.startsWith('CREDIT')))
    detail('nature', [[at('nature'), random.chance(0.7) ? 'COMMUNE' : 'PERSONNELLE']], 0.5, ['regime']);
  if (random.chance(0.12)) detail('contested', [[at('contestee'), true]], 0.7);
}

export function tellTotals(w: WorldBuilder): void {
  const { random } = w;
  const gross = w.purse.amount(380_000, 0.5);
  if (random.chance(0.3)) {
    const debts = w.purse.amount(35_000, 0.6);
    const net = gross - debts;
    if (net > 0) {
      w.purse.reserve(net);
      // Announced totals stand instead of the single items, never beside them: a sum that does not match would be a lie.
      w.tell(
        'totals.gross',
        [
          ['patrimoine.totaux.actif_brut', gross],
          ['patrimoine.totaux.passif', debts],
        ],
        { needs: ['deceased'], excludes: ['asset', 'company', 'debt', 'totals.net'], weight: 0.5 },
      );
    }
  }
  w.tell('totals.net', [['patrimoine.totaux.actif_net', gross]], { needs: ['deceased'], excludes: ['asset', 'company', 'debt', 'totals.gross'], weight: 0.5 });
  if (random.chance(0.3)) w.tell('assets.no-more', [['patrimoine.autres_actifs_existent', false]], { needs: ['asset1'], weight: 0.4 });
}
