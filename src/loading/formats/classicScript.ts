import { rolldown, type InputOptions, type OutputChunk } from 'rolldown';

/** What a program for browsers is made from: its first module, the oldest language or browsers, plugins, constants. */
export interface Program {
  readonly input: string;
  readonly target: string | string[];
  readonly plugins?: InputOptions['plugins'];
  readonly define?: Readonly<Record<string, string>>;
}

/**
 * A program for browsers as one classic script with all that it otherwise loads late, small. For service workers and for
 * pages that are opened from files, since browsers load no module from a file. Throws the bundler's error.
 */
export async function classicScript({ input, target, plugins, define = {} }: Program): Promise<OutputChunk> {
  const bundle = await rolldown({
    input,
    platform: 'browser',
    logLevel: 'silent',
    plugins,
    transform: { target, define },
  });
  try {
    const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false, comments: false });
    return output[0];
  } finally {
    await bundle.close();
  }
}
