# Computes the statistics of a folder of tables once more, from its counts alone, with R's own functions.
documents <- nrow(read.csv("result/documents.csv", colClasses = "character"))
close <- function(what, ours, theirs) {
  check <- all.equal(ours, theirs, tolerance = 1e-5, check.attributes = FALSE)
  if (!isTRUE(check)) stop(what, ": ", check)
}

pairs <- read.csv("tables/cooccurrence.csv", na.strings = "")
stopifnot(nrow(pairs) > 50)
cells <- function(i) with(pairs[i, ], c(
  documents, documents_a - documents, documents_b - documents,
  documents * 0 + get("documents", globalenv()) - documents_a - documents_b + documents))
each <- function(f) vapply(seq_len(nrow(pairs)), function(i) f(matrix(cells(i), 2)), 0)
expected <- function(m) outer(rowSums(m), colSums(m)) / sum(m)
close("expected", pairs$expected, each(function(m) expected(m)[1, 1]))
close("pmi", pairs$pmi, each(function(m) log2(m[1, 1] / expected(m)[1, 1])))
close("log_likelihood", pairs$log_likelihood,
  each(function(m) 2 * sum(ifelse(m > 0, m * log(m / expected(m)), 0))))
close("p", pairs$p, each(function(m) fisher.test(m, alternative = "greater")$p.value))
concepts <- read.csv("tables/concepts.csv")
frequent <- table(concepts$type[concepts$documents >= 2])
for (kind in split(pairs, paste(pairs$type_a, pairs$type_b))) {
  a <- frequent[[kind$type_a[1]]]
  b <- frequent[[kind$type_b[1]]]
  tests <- if (kind$type_a[1] == kind$type_b[1]) choose(a, 2) else a * b
  close("q", kind$q, p.adjust(kind$p, "BH", n = tests))
}
close("odds_ratio", pairs$odds_ratio, each(function(m) {
  m <- if (any(m == 0)) m + 0.5 else m
  m[1, 1] * m[2, 2] / (m[1, 2] * m[2, 1])
}))

trends <- read.csv("tables/trends.csv", na.strings = "")
all <- table(read.csv("result/documents.csv", na.strings = "")$year)
years <- as.integer(names(all))
stopifnot(length(years) > 2)
for (one in split(trends, paste(trends$type, trends$identifier, trends$name))) {
  share <- ifelse(years %in% one$year, one$documents[match(years, one$year)], 0) / as.vector(all)
  close("share", one$share, share[match(one$year, years)])
  fit <- suppressWarnings(summary(lm(share ~ years)))$coefficients
  close(paste("slope of", one$name[1]), one$slope[1], fit[2, 1])
  if (!is.na(one$slope_p[1])) close(paste("p of", one$name[1]), one$slope_p[1], fit[2, 4])
}
