/* SPDX-License-Identifier: MIT */
/* This machine's addresses: what the system lists, without what no phone can reach. */
#define _GNU_SOURCE /* getifaddrs, IFF_ */
#include "lan.h"

#include "text.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <string.h>
#include <unistd.h>

/* Of containers, virtual machines and tunnels. */
static const char *const lan_hidden[] = {"docker", "br-", "veth", "virbr", "vmnet", "vboxnet",
                                         "podman", "lxc", "lxd", "cni",  "tun",   "tap",
                                         "wg",     "ppp", "zt",  "tailscale"};
enum { LAN_HIDDEN = sizeof lan_hidden / sizeof lan_hidden[0] };

static bool is_hidden(const char *name) {
    for (int i = 0; i < LAN_HIDDEN; i++) {
        if (strncmp(name, lan_hidden[i], strlen(lan_hidden[i])) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_wireless(const char *name) {
    char path[LAN_NAME_MAX + 32] = "/sys/class/net/";
    text_append(path, sizeof path, name);
    text_append(path, sizeof path, "/wireless");
    return access(path, F_OK) == 0;
}

/* RFC 1918; what an address gives itself where nobody hands one out isn't among them. */
static bool read_four(const struct sockaddr *address, Lan *lan) {
    struct sockaddr_in four;
    memcpy(&four, address, sizeof four);
    uint32_t bits = ntohl(four.sin_addr.s_addr);
    lan->is_private = bits >> 24 == 10 || bits >> 20 == 0xac1 || bits >> 16 == 0xc0a8;
    return inet_ntop(AF_INET, &four.sin_addr, lan->address, sizeof lan->address) != NULL;
}

/* A link's own address needs its interface's name beside it, which no browser takes. */
static bool read_six(const struct sockaddr *address, Lan *lan) {
    struct sockaddr_in6 six;
    memcpy(&six, address, sizeof six);
    if (IN6_IS_ADDR_LINKLOCAL(&six.sin6_addr) || IN6_IS_ADDR_LOOPBACK(&six.sin6_addr)) {
        return false;
    }
    lan->is_private = (six.sin6_addr.s6_addr[0] & 0xfe) == 0xfc;
    return inet_ntop(AF_INET6, &six.sin6_addr, lan->address, sizeof lan->address) != NULL;
}

static bool read_lan(const struct ifaddrs *entry, Lan *lan) {
    unsigned int flags = entry->ifa_flags;
    bool is_open = (flags & IFF_UP) && !(flags & (IFF_LOOPBACK | IFF_POINTOPOINT));
    if (!entry->ifa_addr || !is_open || is_hidden(entry->ifa_name)) {
        return false;
    }
    *lan = (Lan){.is_wireless = is_wireless(entry->ifa_name)};
    text_copy(lan->name, sizeof lan->name, entry->ifa_name);
    switch (entry->ifa_addr->sa_family) {
    case AF_INET: return read_four(entry->ifa_addr, lan);
    case AF_INET6: return read_six(entry->ifa_addr, lan);
    default: return false;
    }
}

static int rank(const Lan *lan) {
    bool is_four = strchr(lan->address, ':') == NULL;
    return (is_four ? 4 : 0) + (lan->is_private ? 2 : 0) + (lan->is_wireless ? 1 : 0);
}

/* Behind those that are as likely; the least likely one falls out. */
static int insert(Lan lans[LANS_MAX], int count, const Lan *lan) {
    int at = count;
    while (at > 0 && rank(&lans[at - 1]) < rank(lan)) {
        at--;
    }
    if (at == LANS_MAX) {
        return count;
    }
    int last = count < LANS_MAX ? count : LANS_MAX - 1;
    memmove(&lans[at + 1], &lans[at], (size_t)(last - at) * sizeof *lans);
    lans[at] = *lan;
    return last + 1;
}

int lan_list(Lan lans[LANS_MAX]) {
    struct ifaddrs *entries = NULL;
    int count = 0;
    if (getifaddrs(&entries) != 0) {
        return 0;
    }
    for (const struct ifaddrs *entry = entries; entry; entry = entry->ifa_next) {
        Lan lan;
        if (read_lan(entry, &lan)) {
            count = insert(lans, count, &lan);
        }
    }
    freeifaddrs(entries);
    return count;
}

int lan_next(const Lan *lans, int count, const Lan *now) {
    int at = -1;
    for (int i = 0; i < count && at < 0; i++) {
        at = strcmp(lans[i].address, now->address) == 0 ? i : -1;
    }
    if (at < 0) {
        return count > 0 ? 0 : -1;
    }
    for (int step = 1; step < count; step++) {
        int next = (at + step) % count;
        if (strcmp(lans[next].name, now->name) != 0) {
            return next;
        }
    }
    return -1;
}
