/**
 * Whether a key belongs to an input method that is still choosing characters. Safari ends the composition before it
 * sends the Enter that commits it; that key is known by its code 229 alone.
 */
export const isComposing = ({ isComposing, keyCode }: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  isComposing || keyCode === 229;
