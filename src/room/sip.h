/* SPDX-License-Identifier: MIT */
/* SipHash-2-4 (Aumasson and Bernstein 2012): a hash that says nothing without its key. */
#ifndef TB_SIP_H
#define TB_SIP_H

#include <stddef.h>
#include <stdint.h>

enum { SIP_KEY = 16 };

uint64_t sip_hash(const uint8_t key[SIP_KEY], const void *bytes, size_t size);

#endif
