/**
 * Whether a key press belongs to an input method that is still composing characters. Safari sends the Enter that
 * commits them after the composition has ended; only its code 229 tells it apart.
 */
export const isComposing = ({ isComposing, keyCode }: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  isComposing || keyCode === 229;
