/* SPDX-License-Identifier: MIT */
/* For the files of this folder: adding commands to the pools of a list. */
#ifndef TB_DRAW_LIST_H
#define TB_DRAW_LIST_H

#include "draw.h"

/* A zeroed command with owner, box and group alpha set; null (and `overflowed`) when full. */
DrawCmd *draw_list_add(DrawList *list, DrawKind kind, Rect box);

#endif
