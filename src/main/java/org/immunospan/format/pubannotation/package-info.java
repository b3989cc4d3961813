/** PubAnnotation JSON. */
package org.immunospan.format.pubannotation;
