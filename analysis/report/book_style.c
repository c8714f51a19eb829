/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/book_style.h"

#define INK 0x222222
#define GREY 0x666666
#define BLUE 0x0072B2
#define SIGNED "+#,##0.00_ ;-#,##0.00_ ;0.00_ "
#define SIGNED_FINE "+#,##0.00####_ ;-#,##0.00####_ ;0.00_ "
#define SIGNED_PERCENT "+0.00%_ ;-0.00%_ ;0.00%_ "

/* A figure in a box, at the right, with as much room behind it as a space: "_ ". */
#define FIGURE(format, fine_format) \
    .number = format, .fine = fine_format, .ink = INK, .size = 10, .side = SIDE_RIGHT, .boxed = true

const BookStyle book_styles[LOOKS] = {
    [LOOK_TITLE] = {.ink = INK, .size = 16, .bold = true},
    [LOOK_SECTION] = {.ink = BLUE, .size = 12, .bold = true},
    [LOOK_NOTE] = {.ink = GREY, .size = 10},
    [LOOK_REMARK] = {.ink = GREY, .size = 10, .wrapped = true},
    [LOOK_HEADING] = {.ink = INK, .fill = 0xDCE6F1, .size = 10, .side = SIDE_CENTRE, .bold = true, .wrapped = true,
                      .boxed = true},
    [LOOK_WORD] = {.ink = INK, .size = 10, .boxed = true},
    [LOOK_CODE] = {.number = "@", .fine = "@", .ink = INK, .size = 10, .boxed = true},
    [LOOK_TEXT] = {.ink = INK, .size = 10, .wrapped = true, .boxed = true},
    [LOOK_AMOUNT] = {FIGURE("#,##0.00_ ", "#,##0.00####_ ")},
    [LOOK_IMPLIED] = {.number = "#,##0.00_ ", .fine = "#,##0.00####_ ", .ink = GREY, .size = 10, .side = SIDE_RIGHT, .italic = true,
                      .boxed = true},
    [LOOK_CHANGE] = {FIGURE(SIGNED, SIGNED_FINE)},
    [LOOK_PERCENT] = {FIGURE("0.00%_ ", "0.00%_ ")},
    [LOOK_GROWTH] = {FIGURE(SIGNED_PERCENT, SIGNED_PERCENT)},
    [LOOK_COUNT] = {FIGURE("#,##0_ ", "#,##0_ ")},
    [LOOK_NUMBER] = {FIGURE(NULL, NULL)},
    [LOOK_YEAR] = {.number = "0", .fine = "0", .ink = INK, .size = 10, .side = SIDE_CENTRE, .boxed = true},
    [LOOK_INPUT] = {.ink = INK, .fill = 0xFFF9E5, .size = 10, .wrapped = true, .boxed = true},
};
