/** Loads <my-station> where this device remembers the place of its reader, at once or as soon as it does. */
const { dataset } = document.documentElement;

// Where it can't be had, the page asks for the place as if nothing were remembered.
const load = () =>
  void import('./my-station.ts').catch(() => {
    delete dataset['home'];
  });

if (dataset['home'] === undefined) document.addEventListener('home-changed', load, { once: true });
else load();

export {};
