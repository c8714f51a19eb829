/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/generate/filing.h"

#define ATTEMPTS 200 /* departments tried until one has a place for the fault */

void filing_free(Filing *filing)
{
    if (!filing)
        return;
    g_rand_free(filing->rand);
    model_free(filing->model);
    g_ptr_array_unref(filing->tables);
    narrative_free(filing->narrative);
    truth_free(filing->truth);
    g_free(filing);
}

static Filing *filing_try(guint32 seed, int serial, guint32 attempt, const Fault *fault)
{
    static const Wishes NO_WISHES = {0};
    static const NarrativeTwists NO_TWISTS = {0};
    const guint32 key[] = {seed, (guint32)serial, attempt};
    Filing *filing = g_new0(Filing, 1);
    filing->rand = g_rand_new_with_seed_array(key, G_N_ELEMENTS(key));
    filing->model = model_new(filing->rand, serial, fault ? &fault->wishes : &NO_WISHES);
    filing->tables = tables_from_model(filing->model);
    filing->narrative = narrative_from_model(filing->model, fault ? &fault->twists : &NO_TWISTS);
    filing->truth = truth_new();
    if (!fault || fault->plant(filing))
        return filing;
    filing_free(filing);
    return NULL;
}

Filing *filing_new(guint32 seed, int serial, const Fault *fault)
{
    for (guint32 attempt = 0; attempt < ATTEMPTS; attempt++) {
        Filing *filing = filing_try(seed, serial, attempt, fault);
        if (filing)
            return filing;
    }
    return NULL;
}

char *filing_name(const Filing *filing)
{
    return g_strdup_printf("%s-%d-预算", filing->model->department, filing->model->year);
}

char *filing_print(Filing *filing, Layout layout)
{
    const Model *model = filing->model;
    g_autoptr(Paper) paper = paper_new(layout);
    paper->page_numbers = model->style.page_numbers;
    paper->spaced_digits = model->style.spaced_digits;
    guint opening = narrative_opening_length(filing->narrative);
    g_autofree char *part = g_strdup_printf("第二部分 %d年部门预算公开表", model->year);
    paper_line(paper, "说明：本文件由测试程序生成，单位和数字均为虚构。");
    narrative_print(filing->narrative, 0, opening, model, paper, filing->truth);
    paper_new_page(paper);
    paper_heading(paper, part);
    for (guint i = 0; i < filing->tables->len; i++)
        sheet_print(filing->tables->pdata[i], model, paper, filing->truth);
    paper_new_page(paper);
    narrative_print(filing->narrative, opening, filing->narrative->paragraphs->len, model, paper,
                    filing->truth);
    return g_strdup(paper->text->str);
}
