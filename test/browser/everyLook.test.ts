import { walk } from './walk.ts';

walk({ name: '长辈版', choices: { view: 'elder' }, width: 390, narrow: 320 });
// As wide as 1280 px at 400 %, in a window that is not higher than that leaves.
walk({ name: '1280 px at 400 %', choices: {}, settings: { deviceScaleFactor: 4 }, width: 320, height: 256 });
