/* SPDX-License-Identifier: MIT */
/* Ways in which the histories of a couple's machines can come to differ, as short scripts. */
#ifndef TB_STORE_CONFLICTS_H
#define TB_STORE_CONFLICTS_H

/* A script is steps of machines A, B and C, each with a folder of its own:
 *   A+3   three evenings          A*B   both play in the same seconds, apart
 *   A=B   a copy of B's file      A=bB  of B's oldest backup
 *   A<B   takes in B's file       A<jB  B's export   A<bB  B's newest backup
 *   A<dB  B's export, with each fact in it twice     A<rA  what was before going back
 *   A$B   a copy of B's file lies beside A's, as programs leave one that sync folders
 *   A-    goes back to the oldest backup
 *   A@9   A's clock goes nine days ahead (A@-9: back)
 *   A#    A's file lies on another machine now
 *   A1    a version ago wrote A's file      A^  a later one did      A_  and it is gone again
 *   A!    a page of A's file is lost; its backup has what was there at the last start
 * Afterwards all take in all, in the order of the letters at the end, after a colon. */
typedef struct Conflict {
    const char *name, *script;
} Conflict;

extern const Conflict conflicts[];
extern const int conflict_count;

#endif
