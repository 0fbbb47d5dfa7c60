import { walk } from './walk.ts';

walk({ name: '长辈版', choices: { view: 'elder' }, width: 390, narrow: 320 });
// These two change colours and nothing else: what is not a matter of colours is looked at as it comes.
const scope = { rows: 10, coloursOnly: true } as const;
walk({ name: 'dark', choices: { theme: 'dark' }, width: 390, scope });
walk({ name: 'high contrast', choices: { contrast: 'more' }, width: 390, scope });
// As wide as 1280 px at 400 %, in a window that is not higher than that leaves.
walk({ name: '1280 px at 400 %', choices: {}, settings: { deviceScaleFactor: 4 }, width: 320, height: 256 });
walk({
  name: 'forced colours',
  choices: {},
  settings: { forcedColors: 'active' },
  width: 390,
  scope: { rows: 10, forced: true },
});
