/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/score.h"

static const PeerEntry *own_entry(const GPtrArray *entries, const Department *department)
{
    for (guint i = 0; entries != NULL && i < entries->len; i++) {
        const PeerEntry *entry = g_ptr_array_index(entries, i);
        if (g_str_equal(entry->department, department->name))
            return entry;
    }
    return NULL;
}

static ScoreLine line_of(const GPtrArray *entries, const PeerEntry *own, gsize indicator, const Thresholds *thresholds,
                         double *values)
{
    ScoreLine line = {.value = own->values[indicator], .weight = indicator_weight(&indicators[indicator], thresholds)};
    if (!line.value.known)
        return line;
    const gsize count = peers_indicator(entries, indicator, values);
    line.position = position_in_group(values, count, line.value.value);
    if ((gint64)count * 1000 >= threshold(thresholds, "peers.least"))
        line.merit = indicator_merit(&indicators[indicator], values, count, line.value.value);
    return line;
}

Score score_of_filing(const Peers *peers, const Department *department, const Filing *filing, const Thresholds *thresholds)
{
    Score score = {0};
    const GPtrArray *entries = peers_of_filing(peers, filing);
    const PeerEntry *own = own_entry(entries, department);
    double sum = 0;
    if (own == NULL)
        return score;
    g_autofree double *values = g_new(double, entries->len);
    score.peers = entries->len;
    for (gsize i = 0; i < indicators_count; i++) {
        ScoreLine line = line_of(entries, own, i, thresholds, values);
        score.weight += line.weight;
        if (line.merit.known && line.weight > 0) {
            score.weight_known += line.weight;
            sum += line.weight * line.merit.value;
        }
        score.lines[i] = line;
    }
    if (score.weight_known > 0 && 2 * score.weight_known >= score.weight)
        score.composite = measured(sum / score.weight_known);
    return score;
}
