// libidn2 as the module CIDN2; its one importer is IDNA.
#ifndef MANDATE_CIDN2_H
#define MANDATE_CIDN2_H

#include <idn2.h>

#endif
