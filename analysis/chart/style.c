/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chart/style.h"

#include "analysis/chart/caption.h"

#define INK "#222222"
#define SLATE "#4D4D4D"
#define GREY "#666666"
#define SILVER "#8C8C8C"
#define PALE "#E2E2E2"
#define WHITE "#FFFFFF"
#define BLUE "#0072B2"
#define VERMILION "#D55E00"
#define GREEN "#009E73"
#define ORANGE "#E69F00"
#define PURPLE "#CC79A7"
#define SKY "#56B4E9"

#define SOLID(border) "solid 1.0 border lc rgb '" border "'"
#define HATCHED(pattern, border) "pattern " pattern " border lc rgb '" border "'"

const TextLook TEXT_LOOKS[TEXT_N_STYLES] = {
    [TEXT_TITLE] = { 21, 29, true, INK },   [TEXT_SUBTITLE] = { 14, 20, false, GREY },
    [TEXT_LABEL] = { 14, 18, false, INK },  [TEXT_STRONG] = { 14, 18, true, INK },
    [TEXT_MUTED] = { 13, 18, false, GREY }, [TEXT_ALARM] = { 14, 18, true, "#B04A00" },
    [TEXT_NOTE] = { 12, 17, false, GREY },  [TEXT_CELL] = { 13, 17, false, INK },
    [TEXT_CELL_DARK] = { 13, 17, false, WHITE },
};

const FillLook FILL_LOOKS[FILL_N] = {
    [FILL_TOTAL] = { SOLID(SLATE), SLATE },
    [FILL_EXPLAINED] = { HATCHED("4", BLUE), BLUE },
    [FILL_MOVED] = { HATCHED("2", GREEN), GREEN },
    [FILL_UNEXPLAINED] = { SOLID(VERMILION), VERMILION },
    [FILL_IMMATERIAL] = { SOLID(SILVER), PALE },
    [FILL_UP] = { SOLID(BLUE), BLUE },
    [FILL_DOWN] = { HATCHED("4", VERMILION), VERMILION },
    [FILL_PART] = { SOLID(BLUE), BLUE },
    [FILL_REST] = { SOLID(SILVER), PALE },
    [FILL_BUDGET] = { SOLID(SILVER), PALE },
    [FILL_BUDGET_IMPLIED] = { SOLID(SILVER), WHITE },
    [FILL_CARRYOVER_IMPLIED] = { SOLID(VERMILION), WHITE },
    [FILL_BAND] = { SOLID(ORANGE), "#FBE7C0" },
    [FILL_PART_1] = { SOLID(WHITE), BLUE },
    [FILL_PART_2] = { SOLID(WHITE), ORANGE },
    [FILL_PART_3] = { HATCHED("4", GREEN), GREEN },
    [FILL_PART_4] = { SOLID(WHITE), SLATE },
    [FILL_PART_5] = { HATCHED("1", PURPLE), PURPLE },
    [FILL_PART_1_IMPLIED] = { SOLID(BLUE), WHITE },
    [FILL_PART_2_IMPLIED] = { SOLID(ORANGE), WHITE },
    [FILL_PART_3_IMPLIED] = { SOLID(GREEN), WHITE },
    [FILL_PART_4_IMPLIED] = { SOLID(SLATE), WHITE },
    [FILL_PART_5_IMPLIED] = { SOLID(PURPLE), WHITE },
    [FILL_REST_IMPLIED] = { SOLID(SILVER), WHITE },
    [FILL_WHOLE] = { SOLID(WHITE), SILVER },
    [FILL_WHOLE_IMPLIED] = { SOLID(SILVER), WHITE },
    [FILL_TWO_YEARS] = { SOLID(VERMILION), VERMILION },
    [FILL_ONE_YEAR] = { HATCHED("4", VERMILION), VERMILION },
    [FILL_AGE_UNKNOWN] = { HATCHED("7", GREY), GREY },
    [FILL_TRAVEL] = { HATCHED("2", GREEN), GREEN },
    [FILL_PURCHASE] = { HATCHED("4", BLUE), BLUE },
    [FILL_RUNNING] = { SOLID(BLUE), BLUE },
    [FILL_VEHICLES] = { SOLID(BLUE), SKY },
    [FILL_RECEPTION] = { SOLID(ORANGE), ORANGE },
    [FILL_UNDIVIDED] = { SOLID(SILVER), PALE },
    [FILL_EXECUTED] = { SOLID(BLUE), BLUE },
    [FILL_EXECUTED_IMPLIED] = { SOLID(BLUE), WHITE },
    [FILL_HEAT_DOWN_MOST] = { SOLID(WHITE), "#A84300" },
    [FILL_HEAT_DOWN_MORE] = { SOLID(WHITE), "#F0A36B" },
    [FILL_HEAT_DOWN] = { SOLID(WHITE), "#FBDCC4" },
    [FILL_HEAT_FLAT] = { SOLID(WHITE), "#F0F0F0" },
    [FILL_HEAT_UP] = { SOLID(WHITE), "#D3E6F3" },
    [FILL_HEAT_UP_MORE] = { SOLID(WHITE), "#7DB8DE" },
    [FILL_HEAT_UP_MOST] = { SOLID(WHITE), "#005F96" },
    [FILL_HEAT_NEW] = { SOLID(BLUE), WHITE },
    [FILL_HEAT_GONE] = { SOLID(VERMILION), WHITE },
    [FILL_QUARTILES] = { SOLID(SILVER), PALE },
};

const StrokeLook STROKE_LOOKS[STROKE_N] = {
    [STROKE_GRID] = { 1, "solid", PALE, true },
    [STROKE_AXIS] = { 1, "solid", SILVER, false },
    [STROKE_LINK] = { 1, "solid", SILVER, true },
    [STROKE_SERIES] = { 2.5, "solid", BLUE, false },
    [STROKE_LOG_LINEAR] = { 1.6, "(9,6)", VERMILION, false },
    [STROKE_THEIL_SEN] = { 2, "(4,3)", GREEN, false },
    [STROKE_LIMIT] = { 3, "solid", INK, false },
    [STROKE_MEDIAN] = { 2.5, "solid", SLATE, false },
    [STROKE_CUT] = { 4, "solid", WHITE, false },
    [STROKE_PART_1] = { 2.8, "solid", BLUE, false },
    [STROKE_PART_2] = { 2.8, "(8,3)", ORANGE, false },
    [STROKE_PART_3] = { 2.4, "(2,3)", GREEN, false },
    [STROKE_PART_4] = { 1.6, "solid", SLATE, false },
    [STROKE_PART_5] = { 2.4, "(10,4,2,4)", PURPLE, false },
    [STROKE_REST] = { 1.6, "(4,4)", SILVER, false },
};

const DotLook DOT_LOOKS[DOT_N] = {
    [DOT_FILED] = { BLUE, BLUE },
    [DOT_IMPLIED] = { WHITE, BLUE },
    [DOT_ALARM] = { VERMILION, VERMILION },
    [DOT_PART_1] = { BLUE, BLUE },
    [DOT_PART_2] = { ORANGE, ORANGE },
    [DOT_PART_3] = { GREEN, GREEN },
    [DOT_PART_4] = { SLATE, SLATE },
    [DOT_PART_5] = { PURPLE, PURPLE },
    [DOT_REST] = { SILVER, SILVER },
    [DOT_PART_IMPLIED] = { WHITE, SLATE },
    [DOT_PEER] = { SILVER, SILVER },
    [DOT_OWN] = { VERMILION, INK },
};

/* Bold faces run wider than the regular ones the estimate is made for. */
static double style_stretch(TextStyle style)
{
    return TEXT_LOOKS[style].size * (TEXT_LOOKS[style].bold ? 1.04 : 1.0);
}

double chart_text_width(TextStyle style, const char *text)
{
    return caption_width(text) * style_stretch(style);
}

double chart_text_ems(TextStyle style, double pixels)
{
    return pixels / style_stretch(style);
}
