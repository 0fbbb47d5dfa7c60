/** What the tests use of the Frictionless reader, which comes without types. */
declare module 'datapackage' {
  interface ReadResource {
    readonly name: string;
    readonly tabular: boolean;
    read(options: { readonly keyed: boolean; readonly relations: boolean }): Promise<readonly object[]>;
  }
  export class Package {
    static load(descriptor: string, options: { readonly strict: boolean }): Promise<Package>;
    readonly resources: readonly ReadResource[];
  }
}
