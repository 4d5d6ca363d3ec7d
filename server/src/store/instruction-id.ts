/** `INS-0001`: four digits or more. */
export const instructionId = (number: number): string => `INS-${String(number).padStart(4, '0')}`;
export const instructionNumber = (id: string): number => Number(id.slice(4));
