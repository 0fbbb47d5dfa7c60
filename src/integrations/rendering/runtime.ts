/* What compiled components import in a build: Astro's functions, but for the one that renders components in a template. */
import { renderComponent as usual } from 'astro/compiler-runtime';
import { elementOf, isPlainElement } from './element.ts';
import { isRemembered, remembered } from './remembered.ts';

export * from 'astro/compiler-runtime';

/** Renders what stands in a template as a component; the bytes are those of Astro's function of this name. */
export const renderComponent: typeof usual = (result, name, component, props, slots = {}) => {
  if (isPlainElement(component, props, slots)) return elementOf(result, component, props, slots.default);
  if (isRemembered(component)) return remembered(component, props, () => usual(result, name, component, props, slots));
  return usual(result, name, component, props, slots);
};
