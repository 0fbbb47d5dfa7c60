import { walk, type Look } from '../browser/walk.ts';

const scope = { rows: 1 } as const;
const forced = { forcedColors: 'active' } as const;

/** Every way of looking at the site, each with every rule of axe on every kind of page: the product of both in full. */
const VIEWS: readonly Look[] = [
  { name: 'as it comes', choices: {}, width: 390, narrow: 320, scope },
  { name: 'as it comes', choices: {}, width: 1440, narrow: 768, scope },
  { name: '长辈版', choices: { view: 'elder' }, width: 390, narrow: 320, scope },
  { name: '长辈版', choices: { view: 'elder' }, width: 1440, narrow: 768, scope },
  { name: 'dark', choices: { theme: 'dark' }, width: 390, scope },
  { name: 'dark', choices: { theme: 'dark' }, width: 1440, scope },
  { name: 'high contrast', choices: { contrast: 'more' }, width: 390, scope },
  { name: 'dark in high contrast', choices: { theme: 'dark', contrast: 'more' }, width: 390, scope },
  { name: 'dark 长辈版', choices: { view: 'elder', theme: 'dark' }, width: 390, scope },
  { name: 'narrow', choices: {}, width: 320, scope },
  { name: '1280 px at 400 %', choices: {}, settings: { deviceScaleFactor: 4 }, width: 320, height: 256, scope },
  { name: 'forced colours', choices: {}, settings: forced, width: 390, scope: { ...scope, forced: true } },
  {
    name: 'forced dark colours',
    choices: {},
    settings: { ...forced, colorScheme: 'dark' },
    width: 1440,
    scope: { ...scope, forced: true },
  },
];
VIEWS.forEach(walk);
