/** The content of a JSON file of this site, of whose form the caller is sure; rejects where it can't be loaded. */
export async function jsonOf<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(url);
  return (await response.json()) as T;
}
