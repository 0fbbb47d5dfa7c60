import { walk } from './walk.ts';

// axe looks at every kind in this view and in the others in `npm run test:deep` (test/deep/everyView.test.ts).
walk({
  name: '长辈版',
  choices: { view: 'elder' },
  width: 390,
  narrow: 320,
  targets: { main: 60, others: 44 },
  axe: ['home', 'station', 'district', 'town', 'map', 'policy', 'case', 'field', 'service', 'printed guide'],
});
