/** Loads <read-aloud> in 长辈版, at once or when it is switched on, where the device can speak. */
const root = document.documentElement;

function load(): void {
  const isHere = document.querySelector('read-aloud') !== null;
  if (!isHere || root.dataset['view'] !== 'elder' || !('speechSynthesis' in window)) return;
  root.removeEventListener('view-change', load);
  void import('./read-aloud.ts');
}

root.addEventListener('view-change', load);
load();

export {};
