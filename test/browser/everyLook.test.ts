import { walk } from './walk.ts';

walk({ name: '长辈版', choices: { view: 'elder' }, width: 390, narrow: 320 });
// These two change colours and nothing else: what is not a matter of colours is looked at as it comes.
const scope = { rows: 10, coloursOnly: true } as const;
walk({ name: 'dark', choices: { theme: 'dark' }, width: 390, scope });
walk({ name: 'high contrast', choices: { contrast: 'more' }, width: 390, scope });
