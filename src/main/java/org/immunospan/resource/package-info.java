/**
 * Files that the program reads to do its work: models, lexicons and tables, shipped in the jar or
 * brought by the user. This package opens them as streams, hashes what was read and reads several
 * of them at the same time. It does not know what is in them: each room loads its own.
 */
package org.immunospan.resource;
