/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd/terminal.h"

#include <glib.h>
#include <langinfo.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define USUAL_WIDTH 80
#define NARROWEST 40

static struct {
    bool measured;
    bool output;
    int width;
} terminal;

void terminal_measure(void)
{
    struct winsize size = {0};
    terminal.measured = true;
    terminal.output = isatty(STDOUT_FILENO) != 0;
    if (!terminal.output)
        return;
    bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    terminal.width = known ? MAX(size.ws_col, NARROWEST) : USUAL_WIDTH;
}

int terminal_width(void)
{
    if (!terminal.measured)
        terminal_measure();
    return terminal.width;
}

bool terminal_is_output(void)
{
    if (!terminal.measured)
        terminal_measure();
    return terminal.output;
}

bool terminal_knows_blocks(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

int columns_of(const char *text)
{
    int columns = 0;
    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);
        columns += g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
    }
    return columns;
}
