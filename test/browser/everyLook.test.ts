import { walk } from './walk.ts';

walk({ name: '长辈版', choices: { view: 'elder' }, width: 390, narrow: 320 });
walk({ name: 'dark', choices: { theme: 'dark' }, width: 390 });
walk({ name: 'high contrast', choices: { contrast: 'more' }, width: 390 });
