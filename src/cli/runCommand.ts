import { isUsage } from './options.ts';
import { tellFailure } from './failure.ts';

/**
 * Runs a command with the words of the command line. Options that it can't use are told with `usage` and end with 2;
 * whatever else goes wrong is told and ends with 1.
 */
export async function runCommand(main: (args: string[]) => Promise<void> | void, usage: string): Promise<void> {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    if (isUsage(error)) {
      console.error(`${error.message}\n${usage}`);
      process.exitCode = 2;
    } else tellFailure(error);
  }
}
