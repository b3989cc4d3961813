/**
 * The command line. A command parses its options, starts the work and turns the result into an exit
 * code: 0 complete; 1 a fault of ours; 2 wrong use or unreadable input; 3 complete, but some
 * documents could not be read. The help of commands and options is in {@code help.properties}.
 */
package org.immunospan.cli;
