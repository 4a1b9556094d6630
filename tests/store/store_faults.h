/* SPDX-License-Identifier: MIT */
/* A disk that fails on command: a shim over SQLite's own file layer, installed as the default. */
#ifndef TB_STORE_FAULTS_H
#define TB_STORE_FAULTS_H

#include <stdbool.h>

typedef struct FaultPlan {
    int at;         /* the n-th changing operation from now fails; 0: none */
    bool for_ever;  /* and all after it */
    bool when_done; /* it is carried out, and fails nevertheless */
    int code;       /* with this result code of SQLite */
} FaultPlan;

void faults_install(void);
void faults_arm(FaultPlan plan);

/* Back to a good disk; true if the fault was reached. */
bool faults_disarm(void);

#endif
