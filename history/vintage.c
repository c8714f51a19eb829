/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/vintage.h"

#include <string.h>

#include "schema/language.h"

static const struct {
    const char *words;
    Phase phase;
} vintages[] = {
    {"调整预算", PHASE_ADJUSTED}, {"调整后预算", PHASE_ADJUSTED}, {"全年预算", PHASE_ADJUSTED}, {"预算调整数", PHASE_ADJUSTED},
    {"年初预算", PHASE_APPROVED}, {"年初批复", PHASE_APPROVED},   {"年初安排", PHASE_APPROVED},
};

bool vintage_from_words(const char *words, Phase *phase)
{
    for (gsize i = 0; i < G_N_ELEMENTS(vintages); i++)
        if (strstr(words, vintages[i].words) != NULL) {
            *phase = vintages[i].phase;
            return true;
        }
    return false;
}

bool vintage_of_claim(const Claim *claim, Phase *phase)
{
    if (claim->against != AGAINST_THIS_BUDGET)
        return false;
    *phase = PHASE_APPROVED;
    vintage_from_words(claim->text, phase);
    return true;
}

/* What the sentences call the budget of this measure. */
static Phase vintage_in_text(const Filing *filing, const char *measure)
{
    Phase phase = PHASE_APPROVED;
    for (guint i = 0; i < filing->claims->len; i++) {
        const Claim *claim = g_ptr_array_index(filing->claims, i);
        if (claim->against == AGAINST_THIS_BUDGET && strcmp(claim->measure, measure) == 0 &&
            vintage_from_words(claim->text, &phase))
            break;
    }
    return phase;
}

Phase vintage_of_figure(const Filing *filing, const Column *column, const char *measure, char **plain)
{
    gsize length = strlen(measure);
    bool budgeted = g_str_has_suffix(measure, MEASURE_BUDGETED);
    *plain = g_strndup(measure, budgeted ? length - strlen(MEASURE_BUDGETED) : length);
    if (!budgeted)
        return filing->kind == KIND_ACCOUNTS ? PHASE_EXECUTED : PHASE_APPROVED;
    Phase phase;
    return column != NULL && vintage_from_words(column->path, &phase) ? phase : vintage_in_text(filing, *plain);
}

const char *vintage_name(Phase phase)
{
    switch (phase) {
    case PHASE_APPROVED:
        return say("年初预算", "approved budget");
    case PHASE_ADJUSTED:
        return say("调整预算", "adjusted budget");
    case PHASE_EXECUTED:
        break;
    }
    return say("决算", "executed");
}
