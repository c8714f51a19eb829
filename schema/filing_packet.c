/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/filing_packet.h"

#include <string.h>

#include "schema/filing_sound.h"

/* A packet on its way: out when `out` is set, else in. `sound` is cleared by the first thing that cannot be. */
typedef struct {
    GByteArray *out;
    const guint8 *at, *end;
    bool sound;
} Packet;

/* --- numbers and texts -------------------------------------------------------------------------- */

static void put_number(GByteArray *out, guint64 value)
{
    guint8 bytes[10];
    guint count = 0;
    for (; value >= 0x80; value >>= 7)
        bytes[count++] = (guint8)(value | 0x80);
    bytes[count++] = (guint8)value;
    g_byte_array_append(out, bytes, count);
}

static guint64 take_number(Packet *packet)
{
    guint64 value = 0;
    for (guint shift = 0; packet->at < packet->end && shift < 64; shift += 7) {
        guint8 byte = *packet->at++;
        if (shift == 63 && byte > 1)
            break;
        value |= (guint64)(byte & 0x7f) << shift;
        if (byte < 0x80)
            return value;
    }
    packet->sound = false;
    return 0;
}

/* Small negative numbers are short, too: 0, -1, 1, -2 ... */
static void pass_int64(Packet *packet, gint64 *value)
{
    if (packet->out != NULL) {
        put_number(packet->out, (guint64)*value << 1 ^ (guint64)(*value >> 63));
        return;
    }
    guint64 folded = take_number(packet);
    *value = (gint64)(folded >> 1 ^ -(folded & 1));
}

static void pass_int(Packet *packet, int *value)
{
    gint64 wide = *value;
    pass_int64(packet, &wide);
    packet->sound &= wide >= G_MININT && wide <= G_MAXINT;
    *value = packet->sound ? (int)wide : 0;
}

static void pass_bool(Packet *packet, bool *value)
{
    int number = *value;
    pass_int(packet, &number);
    packet->sound &= number == 0 || number == 1;
    *value = number == 1;
}

/* Of any enumeration: its range is asked by filing_is_sound(). */
#define PASS_ENUM(packet, field)               \
    G_STMT_START                               \
    {                                          \
        int number_ = (int)*(field);           \
        pass_int((packet), &number_);          \
        packet->sound &= number_ >= 0;         \
        *(field) = (__typeof__(*(field)))number_; \
    }                                          \
    G_STMT_END

/* How many bytes or elements follow: an element has a byte at least, so that a false count costs nothing. */
static guint pass_count(Packet *packet, gsize count)
{
    if (packet->out != NULL) {
        put_number(packet->out, count);
        return (guint)count;
    }
    guint64 told = take_number(packet);
    packet->sound &= told <= (guint64)(packet->end - packet->at) && told <= G_MAXINT;
    return packet->sound ? (guint)told : 0;
}

static void pass_text(Packet *packet, char **text)
{
    if (packet->out != NULL) {
        gsize length = strlen(*text);
        pass_count(packet, length);
        g_byte_array_append(packet->out, (const guint8 *)*text, (guint)length);
        return;
    }
    guint length = pass_count(packet, 0);
    packet->sound &= g_utf8_validate_len((const char *)packet->at, length, NULL);
    g_free(*text);
    *text = packet->sound ? g_strndup((const char *)packet->at, length) : g_strdup("");
    packet->at += packet->sound ? length : 0;
}

static void pass_amount(Packet *packet, Amount *amount)
{
    pass_int64(packet, &amount->fen);
    pass_int64(packet, &amount->step);
}

static void pass_rate(Packet *packet, Rate *rate)
{
    pass_int64(packet, &rate->value);
    pass_int64(packet, &rate->step);
}

/* Each element of an array of pointers; on the way in they are made first, with what is absent as NULL or empty. */
static void pass_each(Packet *packet, GPtrArray *array, gpointer (*make)(void), void (*pass)(Packet *, gpointer))
{
    guint count = pass_count(packet, array->len);
    for (guint i = 0; i < count && packet->sound; i++) {
        if (packet->out == NULL)
            g_ptr_array_add(array, make());
        pass(packet, g_ptr_array_index(array, i));
    }
}

/* --- the structs of filing.h --------------------------------------------------------------------- */

static gpointer column_make(void)
{
    return g_new0(Column, 1);
}

static void pass_column(Packet *packet, gpointer data)
{
    Column *column = data;
    pass_text(packet, &column->path);
    pass_int(packet, &column->number);
    PASS_ENUM(packet, &column->direction);
    PASS_ENUM(packet, &column->fund);
    pass_text(packet, &column->measure);
}

static gpointer row_make(void)
{
    return g_new0(Row, 1);
}

static void pass_row(Packet *packet, gpointer data)
{
    Row *row = data;
    PASS_ENUM(packet, &row->side);
    pass_int(packet, &row->parent);
    pass_int(packet, &row->level);
    pass_text(packet, &row->code);
    pass_text(packet, &row->subject);
    pass_text(packet, &row->label);
    pass_text(packet, &row->path);
    pass_text(packet, &row->project);
    pass_text(packet, &row->measure);
    PASS_ENUM(packet, &row->direction);
    PASS_ENUM(packet, &row->fund);
    pass_int(packet, &row->page);
    pass_int(packet, &row->line);
}

static void pass_cell(Packet *packet, Cell *cell)
{
    pass_int(packet, &cell->row);
    pass_int(packet, &cell->column);
    pass_amount(packet, &cell->amount);
    PASS_ENUM(packet, &cell->proof);
    pass_text(packet, &cell->alternatives);
}

static void pass_cells(Packet *packet, GArray *cells)
{
    guint count = pass_count(packet, cells->len);
    for (guint i = 0; i < count && packet->sound; i++) {
        Cell none = {0};
        if (packet->out == NULL)
            g_array_append_val(cells, none);
        pass_cell(packet, &g_array_index(cells, Cell, i));
    }
}

static gpointer table_make(void)
{
    return table_new();
}

static void pass_table(Packet *packet, gpointer data)
{
    Table *table = data;
    pass_text(packet, &table->form_table);
    pass_text(packet, &table->title);
    PASS_ENUM(packet, &table->state);
    pass_int(packet, &table->page);
    pass_int(packet, &table->line);
    pass_int64(packet, &table->unit);
    pass_text(packet, &table->note);
    pass_each(packet, table->columns, column_make, pass_column);
    pass_each(packet, table->rows, row_make, pass_row);
    pass_cells(packet, table->cells);
}

static gpointer claim_make(void)
{
    return g_new0(Claim, 1);
}

static void pass_claim(Packet *packet, gpointer data)
{
    Claim *claim = data;
    pass_int(packet, &claim->page);
    pass_int(packet, &claim->line);
    pass_text(packet, &claim->section);
    pass_text(packet, &claim->subject);
    pass_text(packet, &claim->code);
    PASS_ENUM(packet, &claim->direction);
    PASS_ENUM(packet, &claim->fund);
    pass_text(packet, &claim->measure);
    pass_bool(packet, &claim->has_amount);
    pass_bool(packet, &claim->has_share);
    pass_bool(packet, &claim->has_change);
    pass_bool(packet, &claim->has_growth);
    pass_bool(packet, &claim->has_base);
    pass_bool(packet, &claim->has_completion);
    pass_amount(packet, &claim->amount);
    pass_amount(packet, &claim->change);
    pass_amount(packet, &claim->base);
    pass_rate(packet, &claim->share);
    pass_rate(packet, &claim->growth);
    pass_rate(packet, &claim->completion);
    pass_text(packet, &claim->share_of);
    pass_bool(packet, &claim->growth_is_times);
    pass_bool(packet, &claim->growth_bare);
    PASS_ENUM(packet, &claim->against);
    PASS_ENUM(packet, &claim->turn);
    pass_text(packet, &claim->turn_words);
    pass_text(packet, &claim->reason);
    pass_text(packet, &claim->text);
}

static gpointer sum_make(void)
{
    return sum_new(0);
}

static void pass_sum(Packet *packet, gpointer data)
{
    Sum *sum = data;
    pass_int(packet, &sum->whole);
    guint count = pass_count(packet, sum->parts->len);
    for (guint i = 0; i < count && packet->sound; i++) {
        int none = 0;
        if (packet->out == NULL)
            g_array_append_val(sum->parts, none);
        pass_int(packet, &g_array_index(sum->parts, int, i));
    }
}

static gpointer staff_make(void)
{
    return g_new0(Staff, 1);
}

static void pass_staff(Packet *packet, gpointer data)
{
    Staff *staff = data;
    pass_text(packet, &staff->kind);
    pass_int64(packet, &staff->count);
    pass_bool(packet, &staff->has_change);
    pass_int64(packet, &staff->change);
    pass_int(packet, &staff->page);
    pass_int(packet, &staff->line);
    pass_text(packet, &staff->text);
}

static gpointer item_make(void)
{
    return g_new0(Item, 1);
}

static void pass_item(Packet *packet, gpointer data)
{
    Item *item = data;
    pass_text(packet, &item->kind);
    pass_text(packet, &item->label);
    pass_bool(packet, &item->is_money);
    pass_amount(packet, &item->amount);
    pass_int(packet, &item->page);
    pass_int(packet, &item->line);
    pass_text(packet, &item->text);
}

static gpointer target_make(void)
{
    return g_new0(Target, 1);
}

static void pass_target(Packet *packet, gpointer data)
{
    Target *target = data;
    pass_text(packet, &target->kind);
    pass_text(packet, &target->name);
    pass_text(packet, &target->value);
    pass_bool(packet, &target->has_weight);
    pass_int64(packet, &target->weight);
    pass_int(packet, &target->page);
    pass_int(packet, &target->line);
}

static gpointer name_make(void)
{
    return g_new0(PrintedName, 1);
}

static void pass_name(Packet *packet, gpointer data)
{
    PrintedName *name = data;
    pass_text(packet, &name->name);
    pass_text(packet, &name->where);
    pass_int(packet, &name->page);
    pass_int(packet, &name->line);
}

static gpointer doubt_make(void)
{
    return g_new0(Doubt, 1);
}

static void pass_doubt(Packet *packet, gpointer data)
{
    Doubt *doubt = data;
    pass_int(packet, &doubt->page);
    pass_int(packet, &doubt->line);
    pass_text(packet, &doubt->table);
    pass_text(packet, &doubt->text);
    pass_text(packet, &doubt->why);
}

static void pass_pages(Packet *packet, GPtrArray *pages)
{
    guint count = pass_count(packet, pages->len);
    for (guint i = 0; i < count && packet->sound; i++) {
        if (packet->out == NULL)
            g_ptr_array_add(pages, NULL);
        pass_text(packet, (char **)&g_ptr_array_index(pages, i));
    }
}

static gpointer filing_make(void)
{
    return filing_new();
}

static gpointer evidence_make(void)
{
    return g_new0(IdentityEvidence, 1);
}

static void pass_evidence(Packet *packet, gpointer data)
{
    IdentityEvidence *evidence = data;
    pass_text(packet, &evidence->what);
    pass_text(packet, &evidence->text);
    pass_int(packet, &evidence->page);
    pass_int(packet, &evidence->line);
}

/* All but the id and the sources, which are the store's. */
static void pass_filing(Packet *packet, gpointer data)
{
    Filing *filing = data;
    pass_text(packet, &filing->file);
    pass_text(packet, &filing->member);
    pass_text(packet, &filing->sha256);
    pass_text(packet, &filing->encoding);
    pass_int64(packet, &filing->bytes);
    pass_text(packet, &filing->department);
    pass_int(packet, &filing->fiscal_year);
    PASS_ENUM(packet, &filing->kind);
    PASS_ENUM(packet, &filing->scope);
    pass_text(packet, &filing->form);
    pass_text(packet, &filing->issued);
    pass_pages(packet, filing->pages);
    pass_each(packet, filing->tables, table_make, pass_table);
    pass_each(packet, filing->claims, claim_make, pass_claim);
    pass_each(packet, filing->sums, sum_make, pass_sum);
    pass_each(packet, filing->staff, staff_make, pass_staff);
    pass_each(packet, filing->items, item_make, pass_item);
    pass_each(packet, filing->targets, target_make, pass_target);
    pass_each(packet, filing->names, name_make, pass_name);
    pass_each(packet, filing->doubts, doubt_make, pass_doubt);
    pass_each(packet, filing->evidence, evidence_make, pass_evidence);
    packet->sound = packet->sound && filing_is_sound(filing);
}

/* --- the two directions -------------------------------------------------------------------------- */

GBytes *packet_from_filings(GPtrArray *filings)
{
    Packet packet = {.out = g_byte_array_sized_new(65536), .sound = true};
    pass_each(&packet, filings, filing_make, pass_filing);
    GBytes *bytes = g_byte_array_free_to_bytes(packet.out);
    if (!packet.sound)
        g_clear_pointer(&bytes, g_bytes_unref);
    return bytes;
}

GPtrArray *filings_from_packet(const guint8 *bytes, gsize length)
{
    Packet packet = {.at = bytes, .end = bytes + length, .sound = true};
    g_autoptr(GPtrArray) filings = g_ptr_array_new_with_free_func((GDestroyNotify)filing_free);
    pass_each(&packet, filings, filing_make, pass_filing);
    bool whole = packet.sound && packet.at == packet.end && filings->len > 0;
    return whole ? g_steal_pointer(&filings) : NULL;
}
