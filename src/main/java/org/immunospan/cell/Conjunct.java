package org.immunospan.cell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A part of a coordination while it is read: modifiers and markers, and a head noun unless the part
 * shares that of a later one. Belongs to one call of the grammar.
 */
final class Conjunct {

  /** Offsets of what the part covers; {@code begin} moves right when its edge is trimmed. */
  int begin;

  int end;

  /** The first chunk of the part and the one after it. */
  final int first;

  int next;

  final List<MarkerReader.Reading> markers = new ArrayList<>(2);

  /** Whether a phenotype follows the head and so belongs to this part alone. */
  boolean hasPhenotypeAfter;

  /** The markers in brackets after a word, which belong to this part alone. */
  final List<MarkerReader.Reading> bracketed = new ArrayList<>(0);

  final Set<String> differentiae = new LinkedHashSet<>(2);
  final Set<String> places = new LinkedHashSet<>(1);

  /** The word that names the cell, or null for a part without one. */
  CellWord head;

  /** Whether the head is a stem that still wants a noun: {@code T} in {@code T and B cells}. */
  boolean hanging;

  /** Whether the part begins with a marker, after what is left out. */
  boolean markerFirst;

  Conjunct(int first) {
    this.first = first;
  }

  /** Takes in the markers of a bracket. */
  void addBracketed(List<MarkerReader.Reading> readings) {
    markers.addAll(readings);
    bracketed.addAll(readings);
  }

  /** The markers that belong to the cell of every part. */
  List<MarkerReader.Reading> common() {
    List<MarkerReader.Reading> common = new ArrayList<>(markers);
    common.removeAll(bracketed);
    return common;
  }

  boolean isComplete() {
    return head != null && !hanging;
  }

  boolean isEmpty() {
    return head == null && markers.isEmpty() && differentiae.isEmpty() && places.isEmpty();
  }
}
