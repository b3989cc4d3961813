/**
 * Results for people and programs to read: text for a terminal, JSON, and HTML pages. Each report
 * renders a record that is complete before; nothing is computed here but positions on a page. The
 * templates of the pages are in {@code src/main/jte}; the build turns them into the classes of
 * {@code org.immunospan.report.pages}.
 */
package org.immunospan.report;
