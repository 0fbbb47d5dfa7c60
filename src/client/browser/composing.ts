/**
 * Whether a key belongs to an input method that is still choosing characters: browsers give all of these the code 229,
 * Safari also the Enter that ends the composition, which it sends a moment after it.
 */
export const isComposing = ({ keyCode }: Pick<KeyboardEvent, 'keyCode'>): boolean => keyCode === 229;
