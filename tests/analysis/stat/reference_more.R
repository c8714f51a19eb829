# SPDX-License-Identifier: GPL-3.0-or-later
#
# What R makes of the cases below: the authority for the statistics that are not of one series. Base R only, version 4.2.2.
# From the top of the repository:
#
#     Rscript tests/analysis/stat/reference_more.R > tests/analysis/stat/reference_more.tsv
#
# Each line is: statistic, case, field, value; an empty value is "not computable". p.adjust(method = "BH"), rank(), median(),
# mad() and lm() are R's own; Pettitt's exact p is counted over all orders of the values, one by one; the robust line is
# written out from the definition that GSL's manual gives (R's own MASS::rlm takes another scale of the residuals); shares
# are written out from their definitions; the cut-offs are simulated with R's generator.

say <- function(statistic, name, ...) {
    values <- c(...)
    text <- ifelse(is.na(values), "", formatC(values, digits = 15, format = "g", width = 1))
    cat(paste(statistic, name, names(values), text, sep = "\t"), sep = "\n")
}

# Pettitt: all orders.
orders <- function(values) {
    if (length(values) == 1) return(matrix(values))
    do.call(rbind, lapply(seq_along(values), function(i) cbind(values[i], orders(values[-i]))))
}
pettitt_k <- function(y) {
    n <- length(y)
    max(abs(sapply(1:(n - 1), function(t) sum(sign(outer(y[(t + 1):n], y[1:t], "-"))))))
}
for (one in list(
        list("four rising", 1:4), list("five", c(3, 2, 0, 4, 1)), list("six, a step", c(5, 6, 4, 11, 12, 10)),
        list("seven, ties", c(2, 2, 3, 2, 5, 5, 4)), list("eight, a step", c(1, 3, 2, 4, 9, 7, 8, 6)),
        list("eight, mostly equal", c(7, 7, 7, 7, 7, 7, 7, 9)))) {
    y <- one[[2]]
    k <- pettitt_k(y)
    all <- apply(orders(y), 1, pettitt_k)
    say("pettitt", one[[1]], k = k, p = mean(all >= k))
}
y <- c(12, 14, 11, 13, 12.5, 15, 13.5, 19, 18, 21, 20, 22, 17)
say("pettitt", "thirteen", k = pettitt_k(y), p = 2 * exp(-6 * pettitt_k(y)^2 / (13^3 + 13^2)))

# Many tests.
p <- c(0.01, 0.04, 0.03, 0.005, 0.55, 0.2, 0.041, 0.9)
adjusted <- p.adjust(p, method = "BH")
names(adjusted) <- seq_along(p) - 1
say("many", "eight", adjusted)

# Shares.
before <- c(812.5, 204.1, 61.25, 12.75)
after <- c(640, 355.5, 58.4, 30.6)
share <- function(x) x / sum(x)
clr <- function(x) log(x) - mean(log(x))
say("structure", "four", herfindahl = sum(share(before)^2), effective = 1 / sum(share(before)^2),
    change = sum(abs(share(after) - share(before))) / 2, distance = sqrt(sum((clr(after) - clr(before))^2)))

# Place in a group.
group <- c(14.2, 11.8, 12.6, 30.9, 13.3, 12.6, 9.7, 12.1, 13.9, 12.2, 13.0)
for (own in c(1, 3, 4, 7))
    say("position", own - 1, rank = rank(-group)[own],
        percentile = 100 * (sum(group < group[own]) + sum(group == group[own]) / 2) / length(group),
        median = median(group), z = 0.6745 * (group[own] - median(group)) / mad(group, constant = 1))

# Robust line.
size <- c(120, 260, 410, 655, 830, 1240, 1900, 2750, 3300, 5200)
cost <- c(18.1, 33.9, 61.2, 80.4, 119, 155, 610, 338, 405, 90)
robust_line <- function(x, y) {
    design <- cbind(1, log(x) - mean(log(x)))
    logs <- log(y)
    n <- nrow(design)
    leverage <- rowSums(qr.Q(qr(design))^2)
    line <- lm.fit(design, logs)$coefficients
    lowest <- 1e-6 * sd(logs)
    repeat {
        residuals <- as.numeric(logs - design %*% line) / sqrt(1 - leverage)
        scale <- max(median(sort(abs(residuals))[2:n]) / 0.6745, lowest)
        far <- residuals / (scale * 4.685)
        weights <- ifelse(abs(far) < 1, (1 - far^2)^2, 0)
        following <- lm.wfit(design, logs, weights)$coefficients
        if (max(abs(following - line)) < 1e-13) break
        line <- following
    }
    scale <- median(sort(abs(as.numeric(logs - design %*% line)))[2:n]) / 0.6745 # as GSL reports it
    c(slope = line[[2]], intercept = line[[1]] - line[[2]] * mean(log(x)), scale = scale)
}
line <- robust_line(size, cost)
expected <- exp(line[["intercept"]] + line[["slope"]] * log(size[7]))
say("size_line", "ten, two far off", line, excess = 100 * (cost[7] / expected - 1),
    z = log(cost[7] / expected) / line[["scale"]])

# Cut-offs of the modified z.
set.seed(7)
for (n in c(3, 5, 6, 8, 10, 16, 30)) {
    rounds <- 300000
    sample <- matrix(rnorm(rounds * n), n)
    middle <- apply(sample, 2, median)
    spread <- apply(abs(sweep(sample, 2, middle)), 2, median)
    sizes <- as.numeric(0.6745 * abs(sweep(sample, 2, middle)) / rep(spread, each = n))
    bounds <- quantile(sizes, 1 - c(0.2, 0.05, 0.01))
    names(bounds) <- c("0.2", "0.05", "0.01")
    say("cutoff", n, bounds)
}
