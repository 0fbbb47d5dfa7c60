/** Ends of the names of roads and estates. */
export const ROAD_OR_ESTATE = /(?:[路街弄巷村苑园里坊邸寓庭湾城居宅浜桥舍墅]|小区|大厦|公房|大道)$/u;

/** What looks like an address and is none: the number of a document, a year, a phone number. */
export const NOT_DOORS = /[〔[【(（]\s*(?:19|20)\d\d\s*[)）】\]〕]|(?:19|20)\d\d\s*年|\d{6,}|\d-\d{3,4}-?\d{4}/u;

/** A number with the unit of a lane, a door, a house or a room. */
const DOOR =
  /[\d〇零一二两三四五六七八九十百千]\s*(?:支?弄|[号號幢栋棟](?![文线令召称外])|nong|hao)|\d\s*(?:[单單]元|室)/u;

/** Whether a query is an address, as far as that can be told at once. */
export interface AddressHint {
  /** It holds a number with a unit, or one after a name as roads and estates have. */
  readonly certain: boolean;
  /** It ends as names of roads and estates do, or is certain: then it waits for the files of places. */
  readonly likely: boolean;
}

/**
 * Whether a query may be an address, told without the code that reads one (`readAddress`), which is loaded when a question
 * needs it; null where it can't be one.
 */
export function addressHint(text: string): AddressHint | null {
  const plain = text.slice(0, 100).normalize('NFKC').trim();
  if (NOT_DOORS.test(plain) || !/[\p{Script=Han}a-z]/iu.test(plain)) return null;
  const name = plain.replace(/[\s\d-]+$/u, '');
  const certain = DOOR.test(plain) || (name !== plain && ROAD_OR_ESTATE.test(name));
  return { certain, likely: certain || ROAD_OR_ESTATE.test(plain) };
}
