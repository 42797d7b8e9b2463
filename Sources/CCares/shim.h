// c-ares as the module CCares; its one importer is DNS.
#ifndef MANDATE_CCARES_H
#define MANDATE_CCARES_H

#include <ares.h>

#endif
