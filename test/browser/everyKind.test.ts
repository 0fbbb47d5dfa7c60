import { walk } from './walk.ts';

walk({
  name: 'as it comes',
  choices: {},
  width: 390,
  narrow: 320,
  targets: { main: 44, others: 24 },
});
walk({
  name: 'as it comes',
  choices: {},
  width: 1440,
  narrow: 768,
  axe: ['home', 'stations', 'station', 'map', 'policy', 'case', 'progress', 'gaps', 'press', 'printed guide'],
});
