/**
 * <open-state> for elements that show one only later. Such an import of its own module would bring along what the bundler
 * needs to hand out the exports of modules, on every page that has it from the start.
 */
import './open-state.ts';
