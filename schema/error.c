/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/error.h"

G_DEFINE_QUARK(yusuan-error, yusuan_error)
