/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/body_name.h"

#include <glib.h>
#include <string.h>

/* The longest name that is one; longer text is a sentence. */
#define NAME_CHARACTERS 40

static bool begins_with_any(const char *text, const char *const *words)
{
    for (; *words != NULL; words++)
        if (g_str_has_prefix(text, *words))
            return true;
    return false;
}

static bool is_among(gunichar c, const char *characters)
{
    return c != 0 && g_utf8_strchr(characters, -1, c) != NULL;
}

/* What stands for the same thing in full and in short. Every full form is longer than its short one. */
char *body_name_in_short(const char *name)
{
    static const char *const forms[][2] = {
        {"中国共产党", ""}, {"中共", ""}, {"人民政府", "政府"}, {"中国人民政治协商会议", "政协"}, {"共产主义青年团", "共青团"}, {"（汇总）", ""}, {"（部门）", ""},
    };
    g_autoptr(GString) text = g_string_new(name);
    for (gsize i = 0; i < G_N_ELEMENTS(forms); i++)
        g_string_replace(text, forms[i][0], forms[i][1], 0);
    static const char *const committees[][2] = {{"省委员会", "省委"}, {"市委员会", "市委"}, {"区委员会", "区委"},
                                                {"县委员会", "县委"}, {"州委员会", "州委"}, {"旗委员会", "旗委"}};
    for (gsize i = 0; i < G_N_ELEMENTS(committees); i++)
        g_string_replace(text, committees[i][0], committees[i][1], 0);
    return g_strdup(text->str);
}

/* Words that end like a place and are none. */
static bool is_no_place(const char *start, const char *end)
{
    static const char *const words[] = {"城市", "社区", "园区", "地区", "辖区", "灾区", "保护区", "都市", "超市", "股市", "景区"};
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
        gsize length = strlen(words[i]);
        if ((gsize)(end - start) >= length && strncmp(end - length, words[i], length) == 0)
            return true;
    }
    return false;
}

/* The end of the place that a name begins with (虚构区财政局), NULL when it begins with none. */
static const char *place_end(const char *name)
{
    int characters = 0;
    for (const char *at = name; *at != '\0' && characters < 12; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        characters++;
        bool level = is_among(c, "省市区县州旗盟");
        const char *end = g_utf8_next_char(at);
        if (level && (characters >= 3 || (characters == 2 && c == 0x53bf)))
            return is_no_place(name, end) ? NULL : end;
    }
    return NULL;
}

/* True when all of [name, end) is places: 某某省某某市. */
static bool is_places(const char *name, const char *end)
{
    while (name < end) {
        name = place_end(name);
        if (name == NULL)
            return false;
    }
    return name == end;
}

char *body_name_places(const char *name)
{
    const char *end = name;
    for (const char *next = place_end(name); next != NULL && *next != '\0'; next = place_end(next))
        end = next;
    return g_strndup(name, (gsize)(end - name));
}

bool body_names_match(const char *a, const char *b)
{
    if (g_str_equal(a, b))
        return true;
    g_autofree char *one = body_name_in_short(a);
    g_autofree char *two = body_name_in_short(b);
    if (one[0] == '\0' || two[0] == '\0')
        return false;
    const char *longer = strlen(one) >= strlen(two) ? one : two;
    const char *shorter = longer == one ? two : one;
    if (!g_str_has_suffix(longer, shorter))
        return false;
    const char *cut = longer + strlen(longer) - strlen(shorter);
    return cut == longer || (place_end(shorter) != NULL && is_places(longer, cut));
}

bool body_name_is_plausible(const char *name)
{
    static const char *const fronts[] = {"本", "我", "各", "该", "其", "根据", "按", "为", "对", "从", "与", "由", "和", "截至", "全", "预计", "上年",
                                         "第", "附件", "以上", "部门", "单位", "及", "在", "将", "另", "经", "（", "是", NULL};
    glong length = g_utf8_strlen(name, -1);
    if (length < 3 || length > NAME_CHARACTERS || begins_with_any(name, fronts))
        return false;
    for (const char *at = name; *at != '\0'; at = g_utf8_next_char(at))
        if (g_ascii_isdigit(*at) || is_among(g_utf8_get_char(at), "，。：；、的“”《》"))
            return false;
    const char *last = g_utf8_prev_char(name + strlen(name));
    if (g_utf8_get_char(last) == 0xff09) {
        const char *open = g_strrstr(name, "（");
        if (open == NULL || open == name)
            return false;
        last = g_utf8_prev_char(open);
    }
    return is_among(g_utf8_get_char(last), "局委办厅部院校学会社所心馆站队园团处室府组署司庭场道镇乡库台地联协大关狱宫");
}
