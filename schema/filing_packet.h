/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Filings as bytes, for the pipe between the process that reads a file and the one that keeps what was read.
 *
 * Both ends are the same program, so a packet has no versions and is not stored. Its reader takes it for hostile all the
 * same: a file may have taken over the process that read it. Numbers are of variable length (seven bits a byte, the sign
 * folded in), texts and arrays begin with their length.
 *
 * Each struct of filing.h has one function in filing_packet.c, which serves both directions: a new field is one line there.
 */
#ifndef SCHEMA_FILING_PACKET_H
#define SCHEMA_FILING_PACKET_H

#include "schema/filing.h"

/* The filings (Filing) as bytes; the caller unrefs them. NULL when one of them is not sound: our own reader's mistake. */
GBytes *packet_from_filings(GPtrArray *filings);

/*
 * The filings that the bytes hold, at least one. NULL when they are cut off, followed by more, or hold anything that
 * filing_is_sound() refuses or that is no text. Memory is bounded by a small multiple of the length.
 */
GPtrArray *filings_from_packet(const guint8 *bytes, gsize length);

#endif
