/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/number_format.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "history/decimal.h"
#include "history/number_section.h"

/* Beyond these powers of ten a General cell shows a power. */
#define GENERAL_LARGEST 15
#define GENERAL_SMALLEST (-9)

/* Days up to the year 9999: a larger number is no date. */
#define SERIAL_MAX 2958466

static const struct {
    int id;
    const char *format;
} builtin[] = {
    {1, "0"},
    {2, "0.00"},
    {3, "#,##0"},
    {4, "#,##0.00"},
    {5, "¥#,##0;-¥#,##0"},
    {6, "¥#,##0;-¥#,##0"},
    {7, "¥#,##0.00;-¥#,##0.00"},
    {8, "¥#,##0.00;-¥#,##0.00"},
    {9, "0%"},
    {10, "0.00%"},
    {11, "0.00E+00"},
    {14, "yyyy-m-d"},
    {15, "yyyy-m-d"},
    {16, "m-d"},
    {17, "yyyy-m"},
    {18, "h:mm"},
    {19, "h:mm:ss"},
    {20, "h:mm"},
    {21, "h:mm:ss"},
    {22, "yyyy-m-d h:mm"},
    {27, "yyyy\"年\"m\"月\""},
    {28, "m\"月\"d\"日\""},
    {29, "m\"月\"d\"日\""},
    {30, "m-d-yy"},
    {31, "yyyy\"年\"m\"月\"d\"日\""},
    {32, "h\"时\"mm\"分\""},
    {33, "h\"时\"mm\"分\"ss\"秒\""},
    {36, "yyyy\"年\"m\"月\""},
    {37, "#,##0;-#,##0"},
    {38, "#,##0;-#,##0"},
    {39, "#,##0.00;-#,##0.00"},
    {40, "#,##0.00;-#,##0.00"},
    {41, "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ "},
    {42, "_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* \"-\"_ ;_ @_ "},
    {43, "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ "},
    {44, "_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* \"-\"??_ ;_ @_ "},
    {45, "mm:ss"},
    {46, "h:mm:ss"},
    {47, "mm:ss"},
    {48, "0.00E+00"},
    {50, "yyyy\"年\"m\"月\""},
    {51, "m\"月\"d\"日\""},
    {57, "yyyy\"年\"m\"月\""},
    {58, "m\"月\"d\"日\""},
};

const char *number_format_builtin(int id)
{
    for (gsize i = 0; i < G_N_ELEMENTS(builtin); i++)
        if (builtin[i].id == id)
            return builtin[i].format;
    return "General";
}

/* What a section's marks ask for. */
typedef struct {
    int integers, decimals; /* how many digits before and behind the point */
    int hundreds;           /* percent signs */
    int thousands;          /* commas that divide */
    bool grouped;           /* commas between digits */
    bool power;
} Plan;

static const FormatMark *mark_at(const FormatSection *section, guint index)
{
    return &g_array_index(section->marks, FormatMark, index);
}

static Plan plan_of_section(const FormatSection *section)
{
    Plan plan = {0};
    bool behind_point = false;
    int commas = 0; /* since the last digit before the point */
    for (guint i = 0; i < section->marks->len; i++) {
        const FormatMark *mark = mark_at(section, i);
        if (mark->kind == MARK_PERCENT) {
            plan.hundreds++;
        } else if (mark->kind == MARK_POINT) {
            behind_point = true;
        } else if (mark->kind == MARK_POWER) {
            plan.power = true;
            break;
        } else if (mark->kind == MARK_COMMA && plan.integers > 0) {
            commas++;
        } else if (mark->kind == MARK_DIGIT && behind_point) {
            plan.decimals++;
        } else if (mark->kind == MARK_DIGIT) {
            plan.integers++;
            plan.grouped |= commas > 0;
            commas = 0;
        }
    }
    plan.thousands = commas;
    return plan;
}

/* One digit before the point, with the separator of thousands behind it where one belongs. */
static void append_integer(GString *out, const Decimal *decimal, int place, bool grouped)
{
    g_string_append_c(out, decimal_digit(decimal, place));
    if (grouped && place > 0 && place % 3 == 0)
        g_string_append_c(out, ',');
}

/*
 * The mark for the digit of `place`: 0 always prints, # and ? only within the number. The first mark also prints all
 * digits that stand before it.
 */
static void append_digit(GString *out, const Decimal *decimal, const FormatMark *mark, int place, bool first, bool grouped)
{
    if (place < 0) {
        bool ended = decimal->point - (int)strlen(decimal->digits) > place;
        if (mark->sign == '0' || !ended)
            g_string_append_c(out, decimal_digit(decimal, place));
        return;
    }
    for (int before = decimal->point - 1; first && before > place; before--)
        append_integer(out, decimal, before, grouped);
    if (mark->sign == '0' || place < decimal->point)
        append_integer(out, decimal, place, grouped);
}

/* "12" by 0.## is shown with a point that nothing follows: it is left out. */
static bool has_decimals(const FormatSection *section, guint point, const Decimal *decimal)
{
    bool zero = false;
    for (guint i = point + 1; i < section->marks->len; i++)
        zero |= mark_at(section, i)->kind == MARK_DIGIT && mark_at(section, i)->sign == '0';
    return zero || decimal->point < (int)strlen(decimal->digits);
}

static void append_general(GString *out, const Decimal *decimal);

static void append_exponent(GString *out, const FormatSection *section, guint at, int exponent)
{
    int width = 0;
    for (guint i = at + 1; i < section->marks->len && mark_at(section, i)->kind == MARK_DIGIT; i++)
        width++;
    const char *sign = exponent < 0 ? "-" : mark_at(section, at)->sign == '+' ? "+" : "";
    g_string_append_printf(out, "E%s%0*d", sign, MIN(width, 9), ABS(exponent));
}

static void append_number(GString *out, const FormatSection *section, Decimal decimal)
{
    Plan plan = plan_of_section(section);
    int exponent = 0;
    if (plan.power && decimal.digits[0] != '\0') {
        exponent = decimal.point - plan.integers;
        decimal.point = plan.integers;
    } else if (decimal.digits[0] != '\0') {
        decimal.point += 2 * plan.hundreds - 3 * plan.thousands;
    }
    if (plan.integers + plan.decimals > 0)
        decimal_round(&decimal, plan.decimals);
    int place = plan.integers - 1;
    bool first = true;
    for (guint i = 0; i < section->marks->len; i++) {
        const FormatMark *mark = mark_at(section, i);
        if (mark->kind == MARK_LITERAL) {
            g_string_append(out, mark->literal);
        } else if (mark->kind == MARK_PERCENT) {
            g_string_append_c(out, '%');
        } else if (mark->kind == MARK_GENERAL) {
            append_general(out, &decimal);
        } else if (mark->kind == MARK_POWER) {
            append_exponent(out, section, i, exponent);
            while (i + 1 < section->marks->len && mark_at(section, i + 1)->kind == MARK_DIGIT)
                i++;
        } else if (mark->kind == MARK_POINT) {
            for (int before = decimal.point - 1; first && before >= 0; before--)
                append_integer(out, &decimal, before, false);
            first = false;
            place = -1;
            if (has_decimals(section, i, &decimal))
                g_string_append_c(out, '.');
        } else if (mark->kind == MARK_DIGIT) {
            append_digit(out, &decimal, mark, place--, first, plan.grouped);
            first = false;
        }
    }
}

static void append_general(GString *out, const Decimal *decimal)
{
    int length = (int)strlen(decimal->digits);
    if (length == 0) {
        g_string_append_c(out, '0');
    } else if (decimal->point > GENERAL_LARGEST || decimal->point < GENERAL_SMALLEST) {
        g_string_append_c(out, decimal->digits[0]);
        if (length > 1)
            g_string_append_printf(out, ".%s", decimal->digits + 1);
        g_string_append_printf(out, "E%+03d", decimal->point - 1);
    } else {
        for (int place = MAX(decimal->point, 1) - 1; place >= MIN(decimal->point - length, 0); place--) {
            if (place == -1)
                g_string_append_c(out, '.');
            g_string_append_c(out, decimal_digit(decimal, place));
        }
    }
}

static bool meets(double value, const FormatSection *section)
{
    const char *sign = section->comparison;
    double bound = section->bound;
    bool less = value < bound, more = value > bound;
    if (g_str_equal(sign, "<>"))
        return less || more;
    return (less && strchr(sign, '<') != NULL) || (more && strchr(sign, '>') != NULL) ||
           (!less && !more && strchr(sign, '=') != NULL);
}

static const FormatSection *section_at(const GPtrArray *sections, guint index)
{
    return g_ptr_array_index(sections, index);
}

/*
 * Chooses the section for a value, by its conditions where it has any, else positive;negative;zero. A section that only
 * negative values come to shows them without their sign: its own literals say it.
 */
static const FormatSection *choose(const GPtrArray *sections, double value, bool *unsigned_value)
{
    *unsigned_value = false;
    guint count = MIN(sections->len, 3);
    if (section_at(sections, 0)->comparison[0] != '\0') {
        for (guint i = 0; i < count; i++) {
            const FormatSection *section = section_at(sections, i);
            if (section->comparison[0] == '\0' || meets(value, section))
                return section;
        }
        return NULL;
    }
    *unsigned_value = value < 0 && count > 1;
    if (value < 0 && count > 1)
        return section_at(sections, 1);
    return section_at(sections, value > 0 || value < 0 || count < 3 ? 0 : 2);
}

/* Nothing but zeros was left of a small negative number: no sign. */
static bool shows_a_figure(const char *text)
{
    return text[strcspn(text, "123456789")] != '\0';
}

char *number_display(double value, const char *format, bool from_1904)
{
    if (!isfinite(value))
        return g_strdup("");
    if (format[0] == '\0')
        format = "General";
    g_autoptr(GPtrArray) sections = sections_from_format(format);
    bool unsigned_value = false;
    const FormatSection *section = choose(sections, value, &unsigned_value);
    GString *out = g_string_new("");
    Decimal decimal = decimal_from_double(value);
    if (section == NULL) {
        append_general(out, &decimal);
    } else if (section->is_date && value >= 0 && value < SERIAL_MAX) {
        append_date(out, section, value, from_1904);
    } else if (section->is_date) {
        append_general(out, &decimal);
    } else {
        append_number(out, section, decimal);
    }
    if (decimal.negative && !unsigned_value && shows_a_figure(out->str))
        g_string_prepend_c(out, '-');
    return g_strstrip(g_string_free(out, FALSE));
}
