# SPDX-License-Identifier: GPL-3.0-or-later
#
# The statistics of ten-year series in R, one series after the other, as one would write them with its own functions: prints
# the seconds that a series takes. Rscript tests/bench/statistics.R COUNT

count <- as.integer(commandArgs(TRUE)[1])
set.seed(1)
years <- 2015:2024
series <- matrix(100 + 5 * (0:9) + runif(10 * count, 0, 16), 10)

row_of <- function(y) {
    n <- length(y)
    data <- data.frame(x = years - years[n], logs = log(y / y[1]))
    fit <- lm(logs ~ x, data)
    table <- summary(fit)
    before <- lm(logs ~ x, data[-n, ])
    expected <- predict(before, data[n, ], interval = "prediction")
    kendall <- cor.test(years, y, method = "kendall", exact = TRUE)
    slopes <- sort((outer(y, y, "-") / outer(years, years, "-"))[lower.tri(diag(n))])
    growths <- diff(log(y))
    u <- sapply(1:(n - 1), function(t) sum(sign(outer(y[(t + 1):n], y[1:t], "-"))))
    c(mean(y), sd(y), median(y), mad(y, constant = 1), coef(fit), confint(fit)[2, ], table$coefficients[2, 4], table$r.squared,
      expected, kendall$p.value, median(slopes), slopes[c(10, 36)],
      0.6745 * (growths[n - 1] - median(growths)) / mad(growths, constant = 1), max(abs(u)))
}

start <- proc.time()[["elapsed"]]
for (i in seq_len(count)) row_of(series[, i])
cat((proc.time()[["elapsed"]] - start) / count, "\n")
