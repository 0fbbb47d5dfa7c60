declare namespace App {
  interface Locals {
    /** The policy that the interpretation on this page explains; <Cite> points into it. */
    policy?: string;
  }
}
