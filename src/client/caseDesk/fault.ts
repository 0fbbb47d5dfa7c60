/** What the desk can't do; its message is shown to the writer unchanged. */
export class DeskFault extends Error {
  override readonly name = 'DeskFault';
}
