/** Thrown when a site may not or can't be put on a server; the message is ready to print. */
export class DeployError extends Error {
  override readonly name = 'DeployError';
}
