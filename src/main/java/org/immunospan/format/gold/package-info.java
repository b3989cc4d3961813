/**
 * Documents with the names that people marked in them. {@link org.immunospan.format.gold.TypeMap}
 * turns the types of a corpus into ours.
 */
package org.immunospan.format.gold;
