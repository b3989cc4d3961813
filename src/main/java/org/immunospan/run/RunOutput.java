package org.immunospan.run;

import java.io.IOException;
import org.immunospan.text.UserException;

/** Where the rows of a run go. One thread. */
interface RunOutput extends AutoCloseable {

  /** Takes the rows of an item, in the order of the input; of some items nothing is written. */
  void write(Item item) throws IOException;

  /** It may take a while until the next item comes. */
  void flush() throws IOException;

  /** All items are written. */
  void finish() throws IOException;

  /** Frees what is open. */
  @Override
  void close() throws IOException;

  /** Says what the user can do when results cannot be written. */
  static UserException fault(String destination, IOException e) {
    return UserException.isOutOfSpace(e)
        ? new UserException(
            destination + ": no space left on the disk; free some and resume with --resume", e)
        : new UserException(
            destination + ": the results cannot be written: " + UserException.reason(e), e);
  }
}
