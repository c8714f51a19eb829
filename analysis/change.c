/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/change.h"

__extension__ typedef __int128 Wide;

/* part >= whole * thousandths / 1000, in exact integers. */
static bool reaches(gint64 part, gint64 whole, gint64 thousandths)
{
    return (Wide)ABS(part) * 1000 >= (Wide)ABS(whole) * thousandths;
}

bool change_is_material(const Thresholds *thresholds, Amount total, Amount base, Amount change)
{
    if (change.fen == 0)
        return false;
    /* From nothing, growth has no number and no bound. */
    bool from_nothing = base.fen == 0;
    bool large = reaches(change.fen, total.fen, threshold(thresholds, "material.change")) &&
                 (from_nothing || reaches(change.fen, base.fen, threshold(thresholds, "material.growth")));
    bool fast = reaches(change.fen, total.fen, threshold(thresholds, "material.small-change")) &&
                (from_nothing || reaches(change.fen, base.fen, threshold(thresholds, "material.large-growth")));
    return large || fast;
}

bool claim_implied_base(const Claim *claim, Amount *base, Amount *change)
{
    if (!claim->has_amount || (claim->against != AGAINST_LAST_BUDGET && claim->against != AGAINST_LAST_ACCOUNTS))
        return false;
    if (claim->has_change)
        *change = claim->change;
    else if (claim->turn == TURN_SAME && !claim->has_growth)
        *change = (Amount){0, claim->amount.step};
    else
        return false;
    return amount_subtract(claim->amount, *change, base);
}

bool claim_growth_opposes_change(const Claim *claim)
{
    if (!claim->has_change || !claim->has_growth || claim->change.fen == 0 || claim->growth.value == 0)
        return false;
    const char *last = g_strrstr(claim->turn_words, "|");
    bool neutral = g_str_has_prefix(last != NULL ? last + 1 : claim->turn_words, "变动");
    return !neutral && (claim->change.fen > 0) != (claim->growth.value > 0);
}

bool reason_argues_against(const ReasonReading *reading, Direction direction, Amount change)
{
    bool moved = (reading->drivers & (DRIVER_RECLASSIFICATION | DRIVER_TRANSFER)) != 0;
    if (change.fen == 0 || moved || reading->none || direction == DIRECTION_CARRYOVER)
        return false;
    return change.fen > 0 ? reading->down && !reading->up : reading->up && !reading->down;
}

/* Drivers whose effect has no natural bound: what they did must be asked, not computed. */
#define UNBOUNDED                                                                                                 \
    (DRIVER_POLICY | DRIVER_PROJECT_NEW | DRIVER_PROJECT_FINISHED | DRIVER_RECLASSIFICATION | DRIVER_TRANSFER |    \
     DRIVER_ONE_OFF | DRIVER_CARRYOVER)

static const struct {
    Driver driver;
    const char *threshold;
} bounded[] = {
    {DRIVER_PAY, "driver.pay"},
    {DRIVER_BASE, "driver.base"},
    {DRIVER_PRICE, "driver.price"},
    {DRIVER_WORK_LOAD, "driver.work-load"},
    {DRIVER_OTHER, "driver.other"},
};

/* Last year's head count that the persons of a reason changed; 0 when the filing does not say. */
static gint64 persons_before(const Filing *filing, bool retired)
{
    for (guint i = 0; i < filing->staff->len; i++) {
        const Staff *staff = g_ptr_array_index(filing->staff, i);
        if (g_str_equal(staff->kind, retired ? "retired" : "in-post"))
            return staff->count - (staff->has_change ? staff->change : 0);
    }
    return 0;
}

static gint64 head_count_capacity(const Thresholds *thresholds, const Filing *filing, const ReasonReading *reading)
{
    gint64 before = persons_before(filing, reading->retired);
    if (reading->persons > 0 && before > 0)
        return reading->persons * 1000 / before;
    return threshold(thresholds, "driver.head-count");
}

Amount change_borne_by_drivers(const Thresholds *thresholds, const Filing *filing, const ReasonReading *reading,
                               Amount base, Amount change)
{
    return change_borne_with_head_count(thresholds, head_count_capacity(thresholds, filing, reading), reading, base, change);
}

Amount change_borne_with_head_count(const Thresholds *thresholds, gint64 head_count, const ReasonReading *reading,
                                    Amount base, Amount change)
{
    if (reading->drivers & UNBOUNDED)
        return change;
    gint64 capacity = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(bounded); i++)
        if (reading->drivers & bounded[i].driver)
            capacity += threshold(thresholds, bounded[i].threshold);
    if (reading->drivers & DRIVER_HEAD_COUNT)
        capacity += head_count;
    Wide bound = (Wide)ABS(base.fen) * capacity / 1000;
    gint64 size = bound > ABS(change.fen) ? ABS(change.fen) : (gint64)bound;
    /* Cut to the printed step: a borne part finer than the figures would pretend to a precision nobody has. */
    if (size < ABS(change.fen) && change.step > 0)
        size -= size % change.step;
    return (Amount){change.fen < 0 ? -size : size, change.step};
}

bool change_borne_by_amounts(const ReasonReading *reading, Amount change, Amount *borne)
{
    if (reading->amounts->len == 0)
        return false;
    Wide sum = 0;
    gint64 largest = 0;
    for (guint i = 0; i < reading->amounts->len; i++) {
        gint64 fen = ABS(g_array_index(reading->amounts, Amount, i).fen);
        sum += fen;
        largest = MAX(largest, fen);
    }
    /* 增加10万元，其中甲6万元、乙4万元: the parts say the largest again. */
    if (sum == 2 * (Wide)largest)
        sum = largest;
    gint64 size = sum > ABS(change.fen) ? ABS(change.fen) : (gint64)sum;
    *borne = (Amount){change.fen < 0 ? -size : size, change.step};
    return true;
}
