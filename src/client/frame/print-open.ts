/* Older browsers keep a closed <details> closed on paper: they are opened for the print and closed after it. */
let opened: HTMLDetailsElement[] = [];

window.addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
  for (const details of opened) details.open = true;
});
window.addEventListener('afterprint', () => {
  for (const details of opened) details.open = false;
  opened = [];
});
