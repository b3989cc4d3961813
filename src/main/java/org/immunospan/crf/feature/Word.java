package org.immunospan.crf.feature;

/**
 * A token by itself: its form, and whether no white space stands between it and its neighbours, as
 * between all tokens of {@code IL-2}.
 *
 * @param form not empty
 * @param touchesLeft whether it touches the token before it
 * @param touchesRight whether it touches the token after it
 */
public record Word(String form, boolean touchesLeft, boolean touchesRight) {}
