import { leadsToOthers } from '../../domain/site/leaving.ts';

/** The element with the way out that a press was meant for: a link, where nothing else has dealt with it. */
const pressed = ({ target }: Event): HTMLAnchorElement | null =>
  target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;

/**
 * Asks before a link leads to the site of others, where `data-leaving` on <html> names the hosts that need no question.
 * The box comes with the first such press; where it can't be had, or the browser has no boxes, the link works at once.
 */
function ask(event: MouseEvent): void {
  const link = pressed(event);
  const hosts = document.documentElement.dataset['leaving'];
  if (link === null || hosts === undefined || link.closest('dialog') !== null) return;
  if (event.defaultPrevented || event.button > 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!leadsToOthers(link, location.hostname, hosts.split(' ')) || !('HTMLDialogElement' in window)) return;
  event.preventDefault();
  import('./askLeaving.ts').then(
    ({ askLeaving }) => askLeaving(link),
    () => location.assign(link.href),
  );
}

document.addEventListener('click', ask);
