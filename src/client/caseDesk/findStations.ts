/** A station that may be found: its id, its name, which holds its 街镇, and its 区. */
export interface FoundStation {
  readonly id: string;
  readonly name: string;
  readonly place: string;
}

/** Whether the signs stand in the text in this order, whatever stands between them: 静安彭浦 in 静安区彭浦镇. */
function inOrder(signs: string, text: string): boolean {
  let from = 0;
  for (const sign of signs) {
    const at = text.indexOf(sign, from);
    if (at < 0) return false;
    from = at + sign.length;
  }
  return true;
}

/**
 * The stations whose name and 区 hold every word that was typed; where there are none, those that hold its signs in
 * their order. None where nothing was typed.
 */
export function findStations(stations: readonly FoundStation[], typed: string): readonly FoundStation[] {
  const words = typed.normalize('NFKC').split(/[\s、，,]+/u);
  const asked = words.filter((word) => word !== '');
  if (asked.length === 0) return [];
  const textOf = ({ place, name, id }: FoundStation) => `${place}${name}${id}`;
  const exact = stations.filter((station) => asked.every((word) => textOf(station).includes(word)));
  return exact.length > 0 ? exact : stations.filter((station) => inOrder(asked.join(''), textOf(station)));
}
