/*
 * For a site that was unpacked into files: browsers refuse `fetch` between files, and show a list of files where an
 * address ends with a folder. Runs before all other scripts of such a site.
 */

/** Where a file of data leaves its text: each stands beside the original as a script that sets it. */
const shelf = window as unknown as { sgzFile?: string };

/** The text of a file of data. Rejects where it is none of those that were packed. */
function textOf(address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${address}.js`;
    // A script's load follows its run at once, so that no other text comes between.
    script.addEventListener('load', () => {
      resolve(shelf.sgzFile ?? '');
      script.remove();
    });
    script.addEventListener('error', () => {
      reject(new TypeError(address));
      script.remove();
    });
    document.head.append(script);
  });
}

window.fetch = async (asked) => {
  const address = asked instanceof Request ? asked.url : new URL(asked, location.href).href;
  return new Response(await textOf(address));
};

/** Names the file behind a link to a folder. */
function nameFile(link: HTMLAnchorElement): void {
  if (link.protocol === 'file:' && link.pathname.endsWith('/')) link.pathname += 'index.html';
}

/** The links in what has changed in the page. */
function linksIn({ type, target, addedNodes }: MutationRecord): readonly Element[] {
  if (type === 'attributes') return [target as Element];
  return [...addedNodes].flatMap((node) =>
    node instanceof Element ? [node, ...node.querySelectorAll('a[href]')] : [],
  );
}

new MutationObserver((records) => {
  for (const link of records.flatMap(linksIn)) if (link instanceof HTMLAnchorElement) nameFile(link);
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['href'] });

export {};
