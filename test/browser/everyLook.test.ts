import { walk } from './walk.ts';

// Other views are looked at by `npm run test:deep` (test/deep/everyView.test.ts), each in full.
walk({ name: '长辈版', choices: { view: 'elder' }, width: 390, narrow: 320 });
