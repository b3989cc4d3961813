package org.immunospan.report;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.immunospan.tables.Overview;
import org.immunospan.tables.TableCatalog;
import org.immunospan.tables.Tables;
import org.immunospan.tables.TablesConfig;

/** What lies in a folder of tables next to them: the page, and files that describe the tables. */
public final class TablesFolder {

  private TablesFolder() {}

  /**
   * Writes report.html, tables.json and datapackage.json.
   *
   * @param overview of the tables that were made
   * @param programVersion of the program that made them
   */
  public static void describe(TablesConfig config, Overview overview, String programVersion)
      throws IOException {
    Map<String, Object> options = new LinkedHashMap<>(config.filters().asked());
    options.put("min-shared", config.minPairDocuments());
    options.put("roll-up", config.parents().isPresent());
    options.put("orthologues", config.orthologues());
    TablesJson.Origin origin =
        new TablesJson.Origin(programVersion, options, Tables.hashes(config.runs()));
    TextFile.write(config.out().resolve("report.html"), out -> TablesPage.write(overview, out));
    TextFile.write(
        config.out().resolve("tables.json"),
        out -> TablesJson.writeOrigin(origin, overview.totals(), out));
    TextFile.write(
        config.out().resolve("datapackage.json"),
        out -> TablesJson.writeDataPackage(TableCatalog.shipped(), config.ending(), out));
  }
}
