/** Steps of forms that a prefix would make too wide: "legu*" would take "légumes" along, "compagn*" a "compagnie". */
export const BEQUEATH = 'legue|legues|leguer|leguee|leguees|leguait|legua|leguent|leguera';
export const COMPANION = 'compagne|compagnes|compagnon|compagnons';
