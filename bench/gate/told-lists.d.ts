export interface ToldSentence {
  /** Found in the TOON of every target that the sentence fits, or fits perhaps. */
  readonly fits: RegExp;
  readonly sentence: string;
}
export function toldList(name: string): ToldSentence[];
