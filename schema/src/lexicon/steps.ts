/** Forms of "léguer", as one step of a form: "legu*" would take "légumes" along. */
export const BEQUEATH = 'legue|legues|leguer|leguee|leguees|leguait|legua|leguent|leguera';
