# SPDX-License-Identifier: GPL-3.0-or-later
#
# What R makes of the series below: the authority that test_stat.c holds yusuan's row against.
# Base R only, version 4.2.2. From the top of the repository:
#
#     Rscript tests/analysis/stat/reference.R > tests/analysis/stat/reference.tsv
#
# lm(), confint(), predict() give the trend, cor.test() gives both p-values of Kendall's test
# (exact, and normal with correction for ties and continuity); S, tau, the Theil-Sen slope with
# Sen's interval, the modified z and Pettitt's test are written out from their definitions (brute
# force over all orders stands in reference_more.R); the level of z is looked up in the simulated
# table. An empty field is "not computable".

named <- function(name, years, values) list(name = name, years = years, values = values)

wave <- function(n) round(1000 + 12.5 * seq_len(n) + 80 * sin(2.1 * seq_len(n)), 2)

series <- list(
    named("one year", 2024, 812.40),
    named("two years", 2023:2024, c(500, 625.5)),
    named("two equal years", 2023:2024, c(500, 500)),
    named("two years, a gap between", c(2021, 2024), c(500, 625.5)),
    named("three years", 2022:2024, c(1000.25, 1120.4, 1090.1)),
    named("three years, the last two equal", 2022:2024, c(10, 12, 12)),
    named("four years, rising", 2021:2024, c(55.1, 60.72, 61.9, 70.03)),
    named("check value of Mann-Kendall, a zero", 2020:2024, c(3, 2, 0, 4, 1)),
    named("constant", 2019:2024, rep(183.05, 6)),
    named("constant until the newest", 2019:2024, c(rep(183.05, 5), 250)),
    named("growth by exactly a tenth", 2019:2024, 100 * 1.1^(0:5)),
    named("growth by a tenth, printed to the cent", 2019:2024, round(100 * 1.1^(0:5), 2)),
    named("ten years, no ties", 2015:2024,
          c(820.5, 911.27, 873.9, 1020, 1104.66, 1001.02, 1187.4, 1250.9, 1199.99, 1700.46)),
    named("ten years, ties", 2015:2024, c(12, 15, 15, 12, 18, 20, 20, 20, 25, 24)),
    named("mostly one growth", 2016:2024, c(100 * 1.1^(0:7), 390)),
    named("zeros", 2017:2024, c(0, 0, 15.2, 0, 22.4, 18, 0, 30.5)),
    named("first and newest zero", 2020:2024, c(0, 4, 5, 3, 0)),
    named("falls to zero", 2020:2024, c(8, 4, 5, 3, 0)),
    named("negatives", 2018:2024, c(-5.5, 3, -2.25, 7, 8.5, -1, 4)),
    named("mean below zero", 2020:2024, c(-5, 3, -12, 1, -2)),
    named("gaps", c(2012, 2014, 2015, 2019, 2020, 2024),
          c(310.2, 355.9, 340.11, 470.3, 512.02, 498.76)),
    named("gaps, adjoining at the end", c(2015, 2016, 2018, 2019, 2023, 2024),
          c(77.2, 80.5, 69.11, 75, 102.4, 98.75)),
    named("fiftyfold in four years", 2021:2024, c(20, 31.5, 250, 1000.5)),
    named("gap before the newest", c(2017, 2018, 2019, 2020, 2024), c(40, 44, 43.5, 47.1, 61)),
    named("huge", 2018:2024,
          c(1.2e13, 1.31e13, 1.29e13, 1.5e13, 1.62e13, 1.61e13, 1.8e13 + 0.01)),
    named("tiny steps on a large figure", 2019:2024, 1e9 + c(0.01, 0.02, 0.02, 0.05, 0.04, 0.06)),
    named("eleven years, no ties", 2014:2024,
          c(52.1, 49.8, 55, 58.3, 57.7, 61.2, 66.6, 60.4, 71, 69.9, 74.25)),
    named("twelve years, falling, ties", 2013:2024,
          c(90, 90, 88, 85, 85, 85, 80, 71, 74, 66, 66, 60)),
    named("eleven years without a trend", 2014:2024, c(6, 1, 9, 3, 11, 5, 7, 2, 10, 4, 8)),
    named("seventy years", 1955:2024, wave(70))
)

# Deviations below this share are rounding: the finest step in the table is 1e-11 of its figure.
noise <- 1e-13

# The share of the orders of n different values by their number of inversions, from 0 on.
inversions <- function(n) {
    shares <- 1
    for (m in seq_len(n)[-1]) {
        longer <- rep(0, length(shares) + m - 1)
        for (added in 0:(m - 1))
            longer[added + seq_along(shares)] <- longer[added + seq_along(shares)] + shares / m
        shares <- longer
    }
    shares
}

# P(|S| > |s|) + P(|S| = |s|) / 2; beyond ten years or with ties the normal p without correction.
kendall_mid <- function(y, s, exact) {
    n <- length(y)
    if (exact) {
        sizes <- abs(n * (n - 1) / 2 - 2 * (seq_along(inversions(n)) - 1))
        return(sum(inversions(n)[sizes > abs(s)]) + sum(inversions(n)[sizes == abs(s)]) / 2)
    }
    ties <- as.numeric(table(y))
    variance <- (n * (n - 1) * (2 * n + 5) - sum(ties * (ties - 1) * (2 * ties + 5))) / 18
    2 * pnorm(-abs(s) / sqrt(variance))
}

kendall <- function(x, y) {
    n <- length(y)
    s <- sum(sign(outer(y, y, "-"))[lower.tri(diag(n))])
    result <- list(s = NA, tau = NA, p = NA, mid = NA, method = "none")
    if (n < 2) return(result)
    result$s <- s
    result$tau <- s / (n * (n - 1) / 2)
    if (n < 3 || max(y) == min(y)) return(result)
    exact <- n <= 10 && !anyDuplicated(y)
    result$method <- if (exact) "exact" else "normal"
    result$mid <- kendall_mid(y, s, exact)
    result$p <- suppressWarnings(
        cor.test(x, y, method = "kendall", exact = exact, continuity = TRUE))$p.value
    result
}

sen <- function(x, y) {
    n <- length(y)
    if (n < 2) return(c(NA, NA, NA))
    slopes <- sort((outer(y, y, "-") / outer(x, x, "-"))[lower.tri(diag(n))])
    if (n < 3) return(c(median(slopes), NA, NA))
    ties <- as.numeric(table(y))
    variance <- (n * (n - 1) * (2 * n + 5) - sum(ties * (ties - 1) * (2 * ties + 5))) / 18
    k <- n * (n - 1) / 2
    reach <- qnorm(0.975) * sqrt(variance)
    ranks <- pmin(pmax(round(c((k - reach) / 2, (k + reach) / 2 + 1)), 1), k)
    c(median(slopes), slopes[ranks])
}

# ln(b / a), keeping the digits where b is close to a.
log_growth <- function(a, b) {
    growth <- (b - a) / a
    ifelse(abs(growth) < 0.1, log1p(pmax(growth, -0.5)), log(b) - log(a))
}

log_trend <- function(x, y) {
    result <- c(slope = NA, lo = NA, hi = NA, p = NA, r2 = NA, pi_lo = NA, pi_hi = NA, pi_p = NA)
    n <- length(y)
    if (n < 2 || any(y <= 0)) return(result)
    constant <- max(y) == min(y)
    data <- data.frame(x = x - x[n], logs = log_growth(y[1], y))
    fit <- lm(logs ~ x, data)
    result["slope"] <- coef(fit)[["x"]]
    if (n >= 3) result[c("lo", "hi")] <- suppressWarnings(confint(fit))["x", ]
    if (n >= 3 && !constant) {
        summed <- suppressWarnings(summary(fit))
        result["p"] <- summed$coefficients["x", "Pr(>|t|)"]
        result["r2"] <- summed$r.squared
    }
    if (n >= 4) {
        before <- lm(logs ~ x, data[-n, ])
        range <- suppressWarnings(predict(before, data[n, ], interval = "prediction", level = 0.95))
        result[c("pi_lo", "pi_hi")] <- y[1] * exp(range[1, c("lwr", "upr")])
        expected <- suppressWarnings(predict(before, data[n, ], se.fit = TRUE))
        error <- sqrt(expected$se.fit^2 + expected$residual.scale^2)
        if (expected$residual.scale > noise)
            result["pi_p"] <- 2 * pt(-abs(data$logs[n] - expected$fit) / error, expected$df)
    }
    result
}

# The cut-offs of the modified z: a row for each n from 3 to 30, a column for each level.
table_lines <- readLines("analysis/stat/cutoff_table.h")
numbers <- function(line) as.numeric(strsplit(gsub("^.*[{]|[}].*$", "", line), ", ")[[1]])
levels <- numbers(grep("CUTOFF_LEVELS [{]", table_lines, value = TRUE))
cutoffs <- do.call(rbind, lapply(grep("^ +/[*] +[0-9]+ [*]/", table_lines, value = TRUE), numbers))

# Pettitt's K, where it is, and the exact p: the share of orders in which no |U(t)| reaches K,
# counted over the sets of values that may stand before the break.
pettitt <- function(y) {
    n <- length(y)
    if (n < 3 || max(y) == min(y)) return(c(k = NA, before = NA, p = NA))
    u <- sapply(1:(n - 1), function(t) sum(sign(outer(y[(t + 1):n], y[1:t], "-"))))
    k <- max(abs(u))
    result <- c(k = k, before = which.max(abs(u)), p = min(1, 2 * exp(-6 * k^2 / (n^3 + n^2))))
    if (n > 12) return(result)
    ranks <- rank(y)
    bits <- 2^(0:(n - 1))
    within <- c(1, rep(0, 2^n - 1))
    for (set in 1:(2^n - 1)) {
        inside <- which(bitwAnd(set, bits) > 0)
        if (abs(2 * sum(ranks[inside]) - length(inside) * (n + 1)) < k)
            within[set + 1] <- sum(within[set - bits[inside] + 1]) / length(inside)
    }
    result["p"] <- 1 - within[2^n]
    result
}

newest_growth_z <- function(x, y) {
    n <- length(y)
    if (n < 3 || any(y <= 0) || x[n] - x[n - 1] != 1) return(NA)
    growths <- log_growth(y[-n], y[-1])[diff(x) == 1]
    if (length(growths) < 2) return(NA)
    distance <- growths - median(growths)
    newest <- distance[length(distance)]
    if (mad(growths, constant = 1) > noise) return(0.6745 * newest / mad(growths, constant = 1))
    if (mean(abs(distance)) > noise) return(newest / (1.253314 * mean(abs(distance))))
    NA
}

newest_growth_level <- function(x, y) {
    n <- length(y)
    z <- newest_growth_z(x, y)
    if (is.na(z)) return(NA)
    growths <- log_growth(y[-n], y[-1])[diff(x) == 1]
    if (length(growths) < 3 || mad(growths, constant = 1) <= noise) return(NA)
    min(1, levels[abs(z) > cutoffs[min(length(growths), 30) - 2, ]])
}

row_of <- function(one) {
    x <- one$years
    y <- one$values
    n <- length(y)
    test <- kendall(x, y)
    slope <- sen(x, y)
    trend <- log_trend(x, y)
    step <- pettitt(y)
    adjoining <- n >= 2 && x[n] - x[max(n - 1, 1)] == 1
    measures <- c(
        first = y[1], last = y[n], mean = mean(y), sd = if (n >= 2) sd(y) else NA,
        cv = if (n >= 2 && mean(y) > 0) sd(y) / mean(y) else NA,
        last_growth = if (adjoining && y[n - 1] > 0) (y[n] - y[n - 1]) / y[n - 1] * 100 else NA,
        cagr = if (n >= 2 && y[1] > 0 && y[n] >= 0)
            expm1(if (y[n] > 0) log_growth(y[1], y[n]) / (x[n] - x[1]) else -Inf) * 100 else NA,
        ols_slope = trend[["slope"]], ols_lo = trend[["lo"]], ols_hi = trend[["hi"]],
        ols_p = trend[["p"]], r2 = trend[["r2"]],
        sen_slope = slope[1], sen_lo = slope[2], sen_hi = slope[3],
        mk_s = test$s, mk_tau = test$tau, mk_p = test$p,
        median = median(y), mad = mad(y, constant = 1), last_z = newest_growth_z(x, y),
        pi_lo = trend[["pi_lo"]], pi_hi = trend[["pi_hi"]],
        mk_mid_p = test$mid, last_z_level = newest_growth_level(x, y), pi_p = trend[["pi_p"]],
        pettitt_k = step[["k"]], pettitt_year = x[step[["before"]] + 1], pettitt_p = step[["p"]])
    text <- ifelse(is.na(measures), "", formatC(measures, digits = 15, format = "g", width = 1))
    c(name = one$name, years = paste(x, collapse = ","),
      values = paste(formatC(y, digits = 17, format = "g", width = 1), collapse = ","),
      n = n, first_year = x[1], last_year = x[n], mk_method = test$method, text)
}

table_of_rows <- do.call(rbind, lapply(series, row_of))
write.table(table_of_rows, sep = "\t", quote = FALSE, row.names = FALSE)
