import type { Page } from 'playwright-core';
import { dataset } from './dataset.ts';

/** The search field of a page and what opens below it. */
export const searchOn = (page: () => Page) => {
  const field = () => page().getByRole('combobox').first();
  return {
    field,
    options: () => page().getByRole('listbox').getByRole('option'),
    links: () => page().locator('[role=listbox] [role=option] a[href]'),
    /** Types words into the field and waits until the list says that nothing more will come. */
    search: async (words: string): Promise<void> => {
      await field().fill(words);
      await page().locator(`[role=listbox][data-settled="${words}"]`).waitFor({ state: 'attached', timeout: 10_000 });
    },
  };
};

/** A need whose words lead to a crisis number. */
export const crisisNeed = () => {
  const need = dataset.needs.find(({ crisis }) => crisis.length > 0);
  if (need === undefined) throw new Error('no data');
  return need;
};
