/** One JSON object per line. */
package org.immunospan.format.jsonl;
