/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chart/canvas.h"

#include <math.h>

#include "analysis/chart/caption.h"

static const char *const ALIGN_WORDS[] = {
    [ALIGN_LEFT] = "left",
    [ALIGN_CENTER] = "center",
    [ALIGN_RIGHT] = "right",
};

void canvas_init(Canvas *canvas, double height)
{
    *canvas =
        (Canvas){ .script = g_string_new(NULL), .plots = g_string_new(NULL), .height = height };
    g_string_append(canvas->script, "unset key\n"
                                    "unset border\n"
                                    "unset tics\n"
                                    "set style circle noclip\n");
}

void canvas_clear(Canvas *canvas)
{
    if (canvas->script == NULL)
        return;
    g_string_free(canvas->script, TRUE);
    g_string_free(canvas->plots, TRUE);
    *canvas = (Canvas){ 0 };
}

char *canvas_finish(Canvas *canvas)
{
    /* Labels and lines appear only with a plot, be it of nothing. */
    g_string_append_printf(canvas->script, "plot %s\n",
                           canvas->plots->len > 0 ? canvas->plots->str : "NaN");
    return g_strdup(canvas->script->str);
}

/* --- numbers and coordinates ------------------------------------------------------------------ */

/* C locale, and without the digits that only binary fractions have. */
static void number_append(GString *script, double number)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    double unsigned_zero = fpclassify(number) == FP_ZERO ? 0.0 : number;
    g_string_append(script, g_ascii_formatd(text, sizeof text, "%.10g", unsigned_zero));
}

static void pair_append(GString *script, const char *system, double x, double y)
{
    g_string_append_printf(script, "%s ", system);
    number_append(script, x);
    g_string_append_printf(script, ",%s ", system);
    number_append(script, y);
}

static double fraction(double part, double whole)
{
    return round(part / whole * 1e5) / 1e5;
}

static void sheet_append(const Canvas *canvas, double x, double y)
{
    pair_append(canvas->script, "screen", fraction(x, SHEET_WIDTH),
                1.0 - fraction(y, canvas->height));
}

static void setting_append(const Canvas *canvas, const char *before, double number)
{
    g_string_append(canvas->script, before);
    number_append(canvas->script, number);
    g_string_append_c(canvas->script, '\n');
}

void canvas_place(Canvas *canvas, double left, double top, double right, double bottom)
{
    canvas->left = left;
    canvas->top = top;
    canvas->right = right;
    canvas->bottom = bottom;
    setting_append(canvas, "set lmargin at screen ", fraction(left, SHEET_WIDTH));
    setting_append(canvas, "set rmargin at screen ", fraction(right, SHEET_WIDTH));
    setting_append(canvas, "set tmargin at screen ", 1.0 - fraction(top, canvas->height));
    setting_append(canvas, "set bmargin at screen ", 1.0 - fraction(bottom, canvas->height));
}

static void range_append(const Canvas *canvas, const char *axis, double low, double high)
{
    g_string_append_printf(canvas->script, "set %srange [", axis);
    number_append(canvas->script, low);
    g_string_append_c(canvas->script, ':');
    number_append(canvas->script, high);
    g_string_append(canvas->script, "]\n");
}

void canvas_axes(Canvas *canvas, double x_low, double x_high, double y_low, double y_high)
{
    canvas->x_low = x_low;
    canvas->x_high = x_high;
    canvas->y_low = y_low;
    canvas->y_high = y_high;
    range_append(canvas, "x", x_low, x_high);
    range_append(canvas, "y", y_low, y_high);
}

double canvas_x_units(const Canvas *canvas, double pixels)
{
    return pixels * (canvas->x_high - canvas->x_low) / (canvas->right - canvas->left);
}

double canvas_y_units(const Canvas *canvas, double pixels)
{
    return pixels * (canvas->y_high - canvas->y_low) / (canvas->bottom - canvas->top);
}

/* --- text ------------------------------------------------------------------------------------- */

static void label_begin(Canvas *canvas, const char *text)
{
    g_autofree char *quoted = caption_quote(text);
    g_string_append_printf(canvas->script, "set label %u %s at ", ++canvas->n_labels, quoted);
}

static void label_end(Canvas *canvas, Align align, TextStyle style)
{
    const TextLook *look = &TEXT_LOOKS[style];
    g_string_append_printf(canvas->script, " %s noenhanced front font face.'%s,%.0f' tc rgb '%s'\n",
                           ALIGN_WORDS[align], look->bold ? ":Bold" : "", look->size, look->colour);
}

void canvas_text(Canvas *canvas, double x, double y, Align align, TextStyle style, const char *text)
{
    label_begin(canvas, text);
    sheet_append(canvas, x, y);
    label_end(canvas, align, style);
}

void canvas_label(Canvas *canvas, double x, double y, double right, double down, Align align,
                  TextStyle style, const char *text)
{
    label_begin(canvas, text);
    pair_append(canvas->script, "first", x, y);
    g_string_append(canvas->script, " offset ");
    pair_append(canvas->script, "screen", fraction(right, SHEET_WIDTH),
                fraction(-down, canvas->height));
    label_end(canvas, align, style);
}

void canvas_lines(Canvas *canvas, double x, double y, Align align, TextStyle style,
                  char *const *lines)
{
    double line_height = TEXT_LOOKS[style].line;
    guint n = 0;
    while (lines[n] != NULL)
        n++;
    for (guint i = 0; i < n; i++)
        canvas_text(canvas, x, y + (i - (n - 1) / 2.0) * line_height, align, style, lines[i]);
}

/* --- lines and marks -------------------------------------------------------------------------- */

static void arrow_begin(Canvas *canvas)
{
    g_string_append_printf(canvas->script, "set arrow %u from ", ++canvas->n_arrows);
}

static void arrow_end(Canvas *canvas, Stroke stroke)
{
    const StrokeLook *look = &STROKE_LOOKS[stroke];
    g_string_append_printf(canvas->script, " nohead %s lw ", look->behind ? "back" : "front");
    number_append(canvas->script, look->width);
    g_string_append_printf(canvas->script, " dt %s lc rgb '%s'\n", look->dash, look->colour);
}

void canvas_line(Canvas *canvas, double x1, double y1, double x2, double y2, Stroke stroke)
{
    arrow_begin(canvas);
    pair_append(canvas->script, "first", x1, y1);
    g_string_append(canvas->script, " to ");
    pair_append(canvas->script, "first", x2, y2);
    arrow_end(canvas, stroke);
}

void canvas_cut(Canvas *canvas, double x, double y, double height)
{
    double up = canvas_y_units(canvas, height / 2 + 3);
    double slant = canvas_x_units(canvas, 4);
    for (int i = -1; i <= 1; i += 2) {
        double middle = x + i * canvas_x_units(canvas, 4);
        canvas_line(canvas, middle - slant, y - up, middle + slant, y + up, STROKE_CUT);
    }
}

void canvas_swatch(Canvas *canvas, double x, double y, double width, double height, Fill fill)
{
    g_string_append_printf(canvas->script, "set object %u rectangle from ", ++canvas->n_objects);
    sheet_append(canvas, x, y + height);
    g_string_append(canvas->script, " to ");
    sheet_append(canvas, x + width, y);
    g_string_append_printf(canvas->script, " front fc rgb '%s' fs %s\n", FILL_LOOKS[fill].colour,
                           FILL_LOOKS[fill].style);
}

void canvas_dash(Canvas *canvas, double x1, double x2, double y, Stroke stroke)
{
    arrow_begin(canvas);
    sheet_append(canvas, x1, y);
    g_string_append(canvas->script, " to ");
    sheet_append(canvas, x2, y);
    arrow_end(canvas, stroke);
}

void canvas_dot(Canvas *canvas, double x, double y, Dot dot)
{
    g_string_append_printf(canvas->script, "set object %u circle at ", ++canvas->n_objects);
    sheet_append(canvas, x, y);
    g_string_append(canvas->script, " size screen ");
    number_append(canvas->script, fraction(DOT_RADIUS, SHEET_WIDTH));
    g_string_append_printf(canvas->script, " front lw 2 fc rgb '%s' fs solid border lc rgb '%s'\n",
                           DOT_LOOKS[dot].heart, DOT_LOOKS[dot].ring);
}

/* --- data ------------------------------------------------------------------------------------- */

void canvas_block_begin(Canvas *canvas, const char *name)
{
    g_string_append_printf(canvas->script, "$%s << EOD\n", name);
}

void canvas_block_end(Canvas *canvas)
{
    g_string_append(canvas->script, "EOD\n");
}

static void row_append(Canvas *canvas, guint n, const double *numbers)
{
    for (guint i = 0; i < n; i++) {
        if (i > 0)
            g_string_append_c(canvas->script, ' ');
        number_append(canvas->script, numbers[i]);
    }
    g_string_append_c(canvas->script, '\n');
}

void canvas_block_bar(Canvas *canvas, double x_low, double x_high, double y_low, double y_high)
{
    row_append(canvas, 4, (const double[]){ x_low, x_high, y_low, y_high });
}

void canvas_block_point(Canvas *canvas, double x, double y)
{
    row_append(canvas, 2, (const double[]){ x, y });
}

void canvas_block_dot(Canvas *canvas, double x, double y)
{
    canvas_block_circle(canvas, x, y, DOT_RADIUS);
}

void canvas_block_circle(Canvas *canvas, double x, double y, double radius)
{
    row_append(canvas, 3, (const double[]){ x, y, canvas_x_units(canvas, radius) });
}

void canvas_block_gap(Canvas *canvas)
{
    g_string_append_c(canvas->script, '\n');
}

static void plot_begin(Canvas *canvas, const char *name)
{
    g_string_append_printf(canvas->plots, "%s$%s", canvas->plots->len > 0 ? ", \\\n     " : "",
                           name);
}

void canvas_plot_bars(Canvas *canvas, const char *name, Fill fill)
{
    plot_begin(canvas, name);
    g_string_append_printf(
        canvas->plots, " using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '%s' fs %s",
        FILL_LOOKS[fill].colour, FILL_LOOKS[fill].style);
}

void canvas_plot_line(Canvas *canvas, const char *name, Stroke stroke)
{
    const StrokeLook *look = &STROKE_LOOKS[stroke];
    plot_begin(canvas, name);
    g_string_append(canvas->plots, " using 1:2 with lines lw ");
    number_append(canvas->plots, look->width);
    g_string_append_printf(canvas->plots, " dt %s lc rgb '%s'", look->dash, look->colour);
}

void canvas_plot_dots(Canvas *canvas, const char *name, Dot dot)
{
    plot_begin(canvas, name);
    g_string_append_printf(canvas->plots,
                           " using 1:2:3 with circles lw 2 fc rgb '%s' fs solid border lc rgb '%s'",
                           DOT_LOOKS[dot].heart, DOT_LOOKS[dot].ring);
}
