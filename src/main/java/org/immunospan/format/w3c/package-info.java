/** W3C Web Annotation, written only: it holds no texts. */
package org.immunospan.format.w3c;
