package org.immunospan.text;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/**
 * Something that the user can put right: wrong use, a file that cannot be read or written, a full
 * disk. The message is one line that names the place, what was expected and what was found; the
 * program prints it without a stack trace and ends with exit code 2. A fault of the program itself
 * is any other exception.
 */
public class UserException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UserException(String message) {
    super(oneLine(message));
  }

  public UserException(String message, Throwable cause) {
    super(oneLine(message), cause);
  }

  /**
   * The usual form of a message.
   *
   * @param place an option, or a file with the place in it, such as {@code genes.tsv:12}
   * @param expected what should be there, for example {@code a number from 1}
   * @param found what is there instead
   */
  public static UserException of(String place, String expected, String found) {
    return new UserException(place + ": expected " + expected + ", found " + found);
  }

  /**
   * A file that could not be read or written.
   *
   * @param place the file, or what the user knows it by
   */
  public static UserException of(String place, IOException fault) {
    return new UserException(place + ": " + reason(fault), fault);
  }

  /** Says in plain words why a file could not be read or written, without its name. */
  public static String reason(IOException fault) {
    if (isOutOfSpace(fault)) {
      return "no space left on the disk";
    }
    if (fault instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (fault instanceof AccessDeniedException) {
      return "access denied";
    }
    if (fault instanceof FileAlreadyExistsException || fault instanceof NotDirectoryException) {
      return "expected a folder, found a file";
    }
    if (fault instanceof CharacterCodingException) {
      return "expected UTF-8 text, found other bytes";
    }
    if (fault instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    String message = fault.getMessage();
    return message == null ? "it cannot be read or written" : message;
  }

  /** Whether a file could not be written because the disk or the user's share of it is full. */
  public static boolean isOutOfSpace(IOException fault) {
    String message = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("no space left")
        || message.contains("not enough space")
        || message.contains("disk quota exceeded")
        || message.contains("file too large");
  }

  private static String oneLine(String message) {
    return String.valueOf(message).replaceAll("\\s*\\R\\s*", " ");
  }
}
