/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of lines and grids made of the bytes: whatever a reader makes of a file, tables can be made of it. */
#include "tests/fuzz/fuzz.h"

/* What stands in the cells and lines of filings; texts of the bytes' own stand among them. */
static const char *const words[] = {
    "",          "合计",         "项目",       "科目编码",   "科目名称",     "201",        "20113",      "2011301",     "一般公共服务支出", "1,183.05",
    "-0.30",     "12",           "基本支出",   "项目支出",   "本年收入合计", "收入",       "支出",       "预算数",      "类",               "款",
    "项",        "栏次",         "1",          "2",          "3",            "一、其他收入", "人员经费", "公用经费",    "单位：万元",       "收支总表",
    "支出预算总表", "部门收支总表", "公开01表", "续表",      "注：本表为空。", "01",        "02",         "301",         "30101",            "基本工资",
    "序号",      "备注",         "行政运行",   "2011301行政运行", "1.00 2.00", "-",        "其中：",     "政府采购",    "100%",             "2024年",
    "虚构县档案馆2024年部门预算", "收入决算表", "一般公共预算财政拨款支出决算表", "空表", "编制部门：虚构县档案馆", "小计",
};

static char *word(Choices *choices)
{
    guint which = choose(choices, G_N_ELEMENTS(words) + 2);
    return which < G_N_ELEMENTS(words) ? g_strdup(words[which]) : choose_text(choices);
}

static void make_grid(Choices *choices, PaperPage *page)
{
    Grid *grid = paper_page_add_grid(page, choose(choices, GRID_SPACED + 1));
    guint columns = 1 + choose(choices, 9);
    for (guint count = choose(choices, 100); count > 0 && choices->at < choices->end; count--) {
        guint shape = choose(choices, 64);
        if (shape < 4 && choose(choices, 8) != 0)
            shape = 63; /* the largest grids take their time: a few are enough */
        guint row = grid->cells->len / columns;
        guint column = grid->cells->len % columns;
        if (shape == 0)
            row = choose(choices, GRID_ROWS_MAX + 10);
        else if (shape == 1)
            column = choose(choices, GRID_COLUMNS_MAX + 10);
        guint rows = shape == 2 ? choose(choices, 30000) : shape < 10 ? choose(choices, 4) : 1;
        guint across = shape == 3 ? choose(choices, 300) : shape < 14 ? choose(choices, 4) : 1;
        g_autofree char *text = word(choices);
        grid_add_cell(grid, (int)row, (int)column, (int)rows, (int)across, text);
    }
}

void fuzz_one(const guint8 *bytes, gsize length)
{
    Choices choices = {bytes, bytes + length};
    Paper *paper = paper_new();
    for (guint pages = 1 + choose(&choices, 4); pages > 0; pages--) {
        PaperPage *page = paper_add_page(paper);
        for (guint blocks = choose(&choices, 6); blocks > 0; blocks--) {
            if (choose(&choices, 2) == 0) {
                make_grid(&choices, page);
            } else {
                g_autofree char *line = word(&choices);
                paper_page_add_line(page, line);
            }
        }
    }
    fuzz_follow_paper(paper);
}
