/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/peers.h"

#include "analysis/stat/cutoff.h"
#include "analysis/stat/level.h"
#include "analysis/stat/robust.h"
#include "analysis/structure_years.h"
#include "analysis/subject_years.h"

/* One figure of all peers. Its spread is worked out when it is first asked for after a change. */
typedef struct {
    GArray *values; /* double */
    bool settled;
    Spread spread;
    double rounding;
    GArray *distances; /* double: from the median, ascending */
} Sample;

/* The filings of one kind, scope and year. */
typedef struct {
    GPtrArray *entries;  /* PeerEntry */
    GHashTable *samples; /* "figure code" -> Sample */
} Group;

struct Peers {
    GHashTable *groups; /* "kind scope year" -> Group */
};

static void sample_free(gpointer data)
{
    Sample *sample = data;
    g_array_unref(sample->values);
    g_array_unref(sample->distances);
    g_free(sample);
}

static void entry_free(gpointer data)
{
    PeerEntry *entry = data;
    g_free(entry->department);
    g_free(entry);
}

static void group_free(gpointer data)
{
    Group *group = data;
    g_ptr_array_unref(group->entries);
    g_hash_table_unref(group->samples);
    g_free(group);
}

Peers *peers_new(void)
{
    Peers *peers = g_new0(Peers, 1);
    peers->groups = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, group_free);
    return peers;
}

void peers_free(Peers *peers)
{
    if (peers == NULL)
        return;
    g_hash_table_unref(peers->groups);
    g_free(peers);
}

static char *group_key(const Filing *filing)
{
    return g_strdup_printf("%d %d %d", (int)filing->kind, (int)filing->scope, filing->fiscal_year);
}

static Group *group_find(const Peers *peers, const Filing *filing)
{
    g_autofree char *key = group_key(filing);
    return g_hash_table_lookup(peers->groups, key);
}

static Group *group_of(Peers *peers, const Filing *filing)
{
    Group *group = group_find(peers, filing);
    if (group != NULL)
        return group;
    group = g_new0(Group, 1);
    group->entries = g_ptr_array_new_with_free_func(entry_free);
    group->samples = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, sample_free);
    g_hash_table_insert(peers->groups, group_key(filing), group);
    return group;
}

static void sample_add(Group *group, PeerFigure figure, const char *code, Measured value)
{
    if (!value.known)
        return;
    g_autofree char *key = g_strdup_printf("%d %s", (int)figure, code);
    Sample *sample = g_hash_table_lookup(group->samples, key);
    if (sample == NULL) {
        sample = g_new0(Sample, 1);
        sample->values = g_array_new(FALSE, FALSE, sizeof(double));
        sample->distances = g_array_new(FALSE, FALSE, sizeof(double));
        g_hash_table_insert(group->samples, g_steal_pointer(&key), sample);
    }
    g_array_append_val(sample->values, value.value);
    sample->settled = false;
}

static Measured logarithm(Measured value)
{
    return value.known && value.value > 0 ? measured(log(value.value)) : measured_none();
}

static void add_growths(Group *group, const GPtrArray *series, const Filing *filing)
{
    g_autoptr(GPtrArray) subjects = subject_years_from_series(series, filing);
    for (guint i = 0; i < subjects->len; i++) {
        const SubjectYears *subject = g_ptr_array_index(subjects, i);
        double before;
        if (subject_years_value(subject, filing->fiscal_year - 1, &before))
            sample_add(group, PEER_GROWTH, subject->series->code, log_growth(before, subject->values[subject->n - 1]));
    }
}

static void add_filing(Peers *peers, const IndicatorYear *year, const GPtrArray *series)
{
    Group *group = group_of(peers, year->filing);
    PeerEntry *entry = g_new0(PeerEntry, 1);
    entry->department = g_strdup(year->department->name);
    for (gsize i = 0; i < indicators_count; i++)
        entry->values[i] = indicators[i].measure(year);
    g_ptr_array_add(group->entries, entry);
    add_growths(group, series, year->filing);
    g_auto(StructureYear) structure =
        structure_of_year(series, year->filing->kind, year->filing->scope, year->filing->fiscal_year);
    sample_add(group, PEER_SHIFT, "", logarithm(structure.change));
    sample_add(group, PEER_PERSONNEL, "", logarithm(entry->values[indicator_find("personnel-per-head")]));
    sample_add(group, PEER_OPERATING, "", logarithm(entry->values[indicator_find("operating-per-head")]));
}

void peers_add(Peers *peers, const Department *department, const GPtrArray *findings, const Thresholds *thresholds)
{
    g_autoptr(GPtrArray) series = series_of_department(department, thresholds);
    for (guint i = 0; i < department->filings->len; i++) {
        const Filing *filing = g_ptr_array_index(department->filings, i);
        g_autoptr(IndicatorYear) year = indicator_year_new(department, filing, findings, thresholds);
        add_filing(peers, year, series);
    }
}

const GPtrArray *peers_of_filing(const Peers *peers, const Filing *filing)
{
    const Group *group = group_find(peers, filing);
    return group != NULL ? group->entries : NULL;
}

gsize peers_indicator(const GPtrArray *entries, gsize indicator, double *values)
{
    gsize count = 0;
    for (guint i = 0; i < entries->len; i++) {
        const PeerEntry *entry = g_ptr_array_index(entries, i);
        if (entry->values[indicator].known)
            values[count++] = entry->values[indicator].value;
    }
    return count;
}

static gint compare_doubles(gconstpointer a, gconstpointer b)
{
    const double x = *(const double *)a;
    const double y = *(const double *)b;
    return (x > y) - (x < y);
}

/* How many of the distances are `distance` or more, but for rounding. */
static guint count_as_far(const Sample *sample, double distance)
{
    guint low = 0, high = sample->distances->len;
    while (low < high) {
        const guint middle = low + (high - low) / 2;
        if (g_array_index(sample->distances, double, middle) < distance - sample->rounding)
            low = middle + 1;
        else
            high = middle;
    }
    return sample->distances->len - low;
}

static void sample_settle(Sample *sample)
{
    const double *values = (const double *)(const void *)sample->values->data;
    if (sample->settled)
        return;
    sample->spread = spread_from_values(values, sample->values->len);
    sample->rounding = log_rounding(values, sample->values->len);
    g_array_set_size(sample->distances, 0);
    for (guint i = 0; i < sample->values->len; i++) {
        const double distance = fabs(values[i] - sample->spread.median.value);
        g_array_append_val(sample->distances, distance);
    }
    g_array_sort(sample->distances, compare_doubles);
    sample->settled = true;
}

Standing peers_standing(const Peers *peers, const Filing *filing, PeerFigure figure, const char *code, double value)
{
    Standing standing = {0};
    const Group *group = group_find(peers, filing);
    g_autofree char *key = g_strdup_printf("%d %s", (int)figure, code);
    Sample *sample = group != NULL ? g_hash_table_lookup(group->samples, key) : NULL;
    if (sample == NULL)
        return standing;
    sample_settle(sample);
    standing.n = sample->values->len;
    standing.share = (double)count_as_far(sample, fabs(value - sample->spread.median.value)) / (double)standing.n;
    standing.median = sample->spread.median;
    standing.z = modified_z(value, &sample->spread, sample->rounding);
    if (standing.z.known)
        standing.level = modified_z_level(standing.z.value, standing.n, sample->spread.mad.value, sample->rounding);
    return standing;
}
