/** PubTator. */
package org.immunospan.format.pubtator;
