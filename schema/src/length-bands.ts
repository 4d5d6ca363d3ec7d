/** Words that a text of each `length_band` may have, both ends included: what the gate asks and the writer aims at. */
export const lengthBands: Readonly<Record<string, readonly [least: number, most: number]>> = { court: [8, 60], moyen: [35, 140], long: [100, 280], tres_long: [220, 700] };
