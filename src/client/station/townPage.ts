/**
 * The page of a 街镇 for frames, from which this site shows parts elsewhere; `source` is its address with * for the code.
 * Null where there is no such 街镇 any more. Throws where the page can't be had.
 */
export async function townPage(source: string, townCode: string): Promise<Document | null> {
  const url = source.replace('*', townCode);
  const response = await fetch(url);
  if (response.status === 404) return null;
  const page = new DOMParser().parseFromString(response.ok ? await response.text() : '', 'text/html');
  // A network that wants one to sign in answers everything with a page of its own.
  if (page.querySelector('.committees') === null) throw new Error(url);
  return page;
}
